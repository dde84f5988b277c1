package org.millrace.web.command;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An answer that is kept: nothing of it goes to whom the running request is answered. */
final class KeptResponseHttp extends HttpServletResponseWrapper {
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status = SC_OK;

  KeptResponseHttp(HttpServletResponse running) {
    super(running);
  }

  String body() {
    return body.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void setStatus(int told) {
    status = told;
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public void sendError(int told) {
    status = told;
  }

  @Override
  public void sendError(int told, String message) {
    status = told;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new ServletOutputStream() {
      @Override
      public void write(int one) {
        body.write(one);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("Answers are kept in one go");
      }
    };
  }

  @Override
  public PrintWriter getWriter() {
    return new PrintWriter(getOutputStream(), false, StandardCharsets.UTF_8);
  }

  @Override
  public void reset() {
    body.reset();
    status = SC_OK;
  }

  @Override
  public void resetBuffer() {
    body.reset();
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  @Override
  public void flushBuffer() {
    // all of it is here
  }

  @Override
  public void setHeader(String name, @Nullable String value) {
    // only what it says is kept
  }

  @Override
  public void addHeader(String name, @Nullable String value) {
    // only what it says is kept
  }

  @Override
  public void setIntHeader(String name, int value) {
    // only what it says is kept
  }

  @Override
  public void setContentType(@Nullable String type) {
    // it is JSON
  }

  @Override
  public void setContentLength(int length) {
    // it is as long as it is
  }

  @Override
  public void setContentLengthLong(long length) {
    // it is as long as it is
  }

  @Override
  public void setCharacterEncoding(@Nullable String encoding) {
    // JSON is UTF-8
  }
}
