package org.millrace.einvoice;

import java.util.Optional;

/** BG-24: BT-122 number, BT-123 description, BT-124 address on the net, BT-125 file. */
public record SupportingDocument(
    String number, Optional<String> description, Optional<String> location, Optional<File> file) {
  /** A file in base 64, its type and name. */
  public record File(String base64, String mediaType, String name) {}
}
