package org.millrace.ledger.book;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.shared.Refused;

/** A format of files in which the journal leaves. */
enum JournalFormat {
  /** Plain text accounting, https://hledger.org/1.25/hledger.html#journal-format. */
  HLEDGER("hledger", "text/plain", "journal", HledgerJournal::write),
  /** Fichier des écritures comptables, article A47 A-1 of the Livre des procédures fiscales. */
  FEC("fec", "text/plain", "txt", FecFile::write),
  /** Standard Audit File for Tax 2.00 of the OECD. */
  SAF_T("saf-t", "application/xml", "xml", SafTFile::write),
  /** As hledger reads it, with amounts in the currencies of the documents at their cost. */
  HLEDGER_ORIGINAL("hledger-original", "text/plain", "journal", HledgerJournal::writeOriginal);

  private final String word;
  private final String contentType;
  private final String suffix;
  private final Writer writer;

  JournalFormat(String word, String contentType, String suffix, Writer writer) {
    this.word = word;
    this.contentType = contentType;
    this.suffix = suffix;
    this.writer = writer;
  }

  /** Writes a book in UTF-8. */
  @FunctionalInterface
  interface Writer {
    void write(JournalBook book, OutputStream out) throws IOException;
  }

  static JournalFormat named(String word) {
    Optional<JournalFormat> format =
        Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    return format.orElseThrow(
        () ->
            Refused.notFound(
                "There is no format '%s' of the journal. There are: %s."
                    .formatted(
                        word,
                        Arrays.stream(values())
                            .map(one -> one.word)
                            .collect(Collectors.joining(", ")))));
  }

  String contentType() {
    return contentType;
  }

  String suffix() {
    return suffix;
  }

  void write(JournalBook book, OutputStream out) throws IOException {
    writer.write(book, out);
  }
}
