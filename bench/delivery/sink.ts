// A server that takes everything and keeps nothing, where Postfix's smtp-sink is not installed. Prints its port.
import { createServer } from "node:net";

const server = createServer((socket) => {
  let inData = false;
  let tail = "";
  socket.on("error", () => undefined);
  // Several short answers in a row would each wait for the other side's delayed acknowledgement.
  socket.setNoDelay(true);
  socket.write("220 sink ESMTP\r\n");
  socket.setEncoding("latin1").on("data", (chunk) => {
    let text = tail + String(chunk);
    for (;;) {
      if (inData) {
        const end = text.indexOf("\r\n.\r\n");
        if (end === -1) {
          tail = text.slice(-4);
          return;
        }
        inData = false;
        text = text.slice(end + 5);
        socket.write("250 2.0.0 Ok\r\n");
      }
      const line = text.indexOf("\r\n");
      if (line === -1) {
        tail = text;
        return;
      }
      const verb = text.slice(0, 4).toUpperCase();
      text = text.slice(line + 2);
      if (verb === "EHLO") socket.write("250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n");
      else if (verb === "DATA") {
        socket.write("354 End with a dot\r\n");
        inData = true;
        // The body may begin with the dot that ends it.
        text = `\r\n${text}`;
      } else if (verb === "QUIT") socket.end("221 2.0.0 Bye\r\n");
      else socket.write("250 2.0.0 Ok\r\n");
    }
  });
});
server.listen(Number(process.argv[2] ?? 0), "127.0.0.1");
