package org.millrace.dashboards.superset.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The body of an upload: text fields and one file. */
final class Multipart {
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final String boundary;

  /** The boundary is taken from the content, so that the same upload is the same bytes. */
  Multipart(byte[] content) {
    boundary = "millrace" + Integer.toHexString(Arrays.hashCode(content)) + content.length;
  }

  Multipart field(String name, String value) {
    part(
        "name=\"" + name + "\"",
        "text/plain; charset=utf-8",
        value.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Multipart file(String name, String fileName, byte[] content) {
    part("name=\"" + name + "\"; filename=\"" + fileName + "\"", "application/zip", content);
    return this;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  byte[] bytes() {
    body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return body.toByteArray();
  }

  private void part(String disposition, String type, byte[] content) {
    String head =
        "--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
            .formatted(boundary, disposition, type);
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
  }
}
