// What the code in the documents expects of the reader's app.
declare function currentUser(request: Request): Promise<{ name: string } | undefined>;
declare function roomFor(
  user: { name: string },
  meeting: string,
): Promise<{ zoomNumber: string; passcode: string } | undefined>;
