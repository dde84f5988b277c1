package org.millrace.ingestion;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Locale;

/** Answers {@code GET /health} on the loopback address. */
final class HealthHttp implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Pulse pulse;

  private HealthHttp(HttpServer server, Pulse pulse) {
    this.server = server;
    this.pulse = pulse;
  }

  static HealthHttp start(int port, Pulse pulse) throws IOException {
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    } catch (BindException taken) {
      throw new IOException(
          "Port " + port + " on 127.0.0.1 is in use: stop what uses it or set MILLRACE_PORT.",
          taken);
    }
    HealthHttp health = new HealthHttp(server, pulse);
    server.createContext("/health", health::answer);
    server.start();
    return health;
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Pulse.Reading reading = pulse.reading();
    ObjectNode body = JSON.createObjectNode();
    body.put("status", reading.state().name().toLowerCase(Locale.ROOT));
    body.put("part", "ingestion");
    body.put("behindSeconds", Math.round(reading.behindSeconds() * 10) / 10.0);
    body.put("detail", reading.detail());
    body.put("eventsWritten", pulse.events());
    body.put("lastVersion", pulse.lastVersion());
    body.put("missingEvents", pulse.missing());
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(reading.state() == Pulse.State.UP ? 200 : 503, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
