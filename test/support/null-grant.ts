/** Rails, Go and SQL write `null` for the fields that a row does not have. */
export const NULLS = {
  meetingNumber: null,
  password: null,
  userName: null,
  userEmail: null,
  customerKey: null,
  tk: null,
  zak: null,
  obfToken: null,
  recordingToken: null,
};
