// For practice, where any signature will do. Without this file, the server needs ZOOM_SDK_KEY and ZOOM_SDK_SECRET.
process.env.ZOOM_SDK_KEY ??= 'practice-key';
process.env.ZOOM_SDK_SECRET ??= 'practice-secret-that-opens-nothing';
