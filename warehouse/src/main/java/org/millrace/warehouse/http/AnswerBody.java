package org.millrace.warehouse.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;

/** The body of an answer whose status is sent with the first bytes: until then it may yet fail. */
final class AnswerBody extends OutputStream {
  private final HttpExchange exchange;

  AnswerBody(HttpExchange exchange) {
    this.exchange = exchange;
  }

  private OutputStream begun() throws IOException {
    if (exchange.getResponseCode() < 0) {
      exchange.sendResponseHeaders(200, 0);
    }
    return exchange.getResponseBody();
  }

  @Override
  public void write(int one) throws IOException {
    begun().write(one);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    begun().write(bytes, from, count);
  }

  @Override
  public void flush() throws IOException {
    if (exchange.getResponseCode() >= 0) {
      exchange.getResponseBody().flush();
    }
  }

  @Override
  public void close() throws IOException {
    begun().close();
  }
}
