package org.millrace.collaboration.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.apache.tika.Tika;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;

/**
 * A file that may be attached: of a type that offices exchange, recognised by what is in it and not
 * by what it claims to be.
 */
record AttachedFile(String name, String mediaType, byte[] bytes) {
  /** The bytes of the largest file. */
  static final int LARGEST = 16 * 1024 * 1024;

  private static final Set<String> TYPES =
      new TreeSet<>(
          Set.of(
              "application/pdf",
              "application/xml",
              "application/vnd.ms-excel",
              "application/vnd.openxmlformats-officedocument.presentationml.presentation",
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
              "application/vnd.oasis.opendocument.spreadsheet",
              "application/vnd.oasis.opendocument.text",
              "application/msword",
              "application/zip",
              "image/gif",
              "image/heic",
              "image/jpeg",
              "image/png",
              "image/tiff",
              "image/webp",
              "message/rfc822",
              "text/csv",
              "text/plain"));
  private static final Tika TIKA = new Tika();

  AttachedFile {
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * The file of that name.
   *
   * @throws org.millrace.shared.Refused when it is empty, too large or of another type
   */
  static AttachedFile of(String name, byte[] bytes) {
    String bare = Code.checked("name", "file name", name.replaceAll("^.*[/\\\\]", ""), 200);
    String type = TIKA.detect(bytes, bare).replaceFirst(";.*", "");
    new Problems()
        .require(
            bytes.length > 0 && bytes.length <= LARGEST,
            "file",
            bytes.length + " bytes",
            "1 to " + LARGEST + " bytes")
        .require(TYPES.contains(type), "file", bare + " is " + type, String.join(", ", TYPES))
        .refuse("The file cannot be attached");
    return new AttachedFile(bare, type, bytes);
  }

  /** What names the content, whatever the file is called: SHA-256 in hexadecimal digits. */
  String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
