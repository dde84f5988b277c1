package org.millrace.paper.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A mail server that answers RCPT as it was told, one answer a conversation, then takes all. */
final class TestingSmtp implements AutoCloseable {
  private final ServerSocket socket;
  private final List<String> answers;
  private final List<String> messages = Collections.synchronizedList(new ArrayList<>());
  private boolean isMute;

  private TestingSmtp(ServerSocket socket, List<String> answers) {
    this.socket = socket;
    this.answers = new ArrayList<>(answers);
  }

  /** Begins to listen. */
  static TestingSmtp answering(String... answers) {
    try {
      TestingSmtp smtp =
          new TestingSmtp(
              new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), List.of(answers));
      Thread thread = new Thread(smtp::serve, "testing-smtp");
      thread.setDaemon(true);
      thread.start();
      return smtp;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Takes the next message and breaks the connection before it says so. */
  void takeAndBreakOnce() {
    isMute = true;
  }

  /** The messages that were taken, as they came. */
  List<String> messages() {
    return List.copyOf(messages);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        talk(connection);
      } catch (IOException e) {
        // the conversation ended, or the server was closed
      }
    }
  }

  private void talk(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    OutputStream out = connection.getOutputStream();
    say(out, "220 test");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("RCPT")) {
        say(out, answers.isEmpty() ? "250 fine" : answers.remove(0));
      } else if (line.equals("DATA")) {
        say(out, "354 go on");
        StringBuilder message = new StringBuilder();
        for (String text = in.readLine(); !text.equals("."); text = in.readLine()) {
          message.append(text).append('\n');
        }
        messages.add(message.toString());
        if (isMute) {
          isMute = false;
          return;
        }
        say(out, "250 queued as 4711");
      } else if (line.equals("QUIT")) {
        say(out, "221 bye");
        return;
      } else {
        say(out, "250 fine");
      }
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
