package org.millrace.deploy.terminal;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads RFC 4180 records, for showing the lake's answers as a table. */
public final class CsvRecords {

  private final PushbackReader reader;
  private final Consumer<List<String>> consumer;
  private List<String> row = new ArrayList<>();

  private CsvRecords(Reader reader, Consumer<List<String>> consumer) {
    this.reader = new PushbackReader(reader);
    this.consumer = consumer;
  }

  public static void forEach(Reader reader, Consumer<List<String>> consumer) throws IOException {
    new CsvRecords(reader, consumer).read();
  }

  private void read() throws IOException {
    int next;
    while ((next = reader.read()) >= 0) {
      if (next == '"') {
        row.add(quoted());
      } else {
        reader.unread(next);
        row.add(plain());
      }
      endCell();
    }
  }

  private String quoted() throws IOException {
    StringBuilder cell = new StringBuilder();
    int c;
    while ((c = reader.read()) >= 0) {
      if (c == '"') {
        int after = reader.read();
        if (after != '"') {
          unread(after);
          return cell.toString();
        }
      }
      cell.append((char) c);
    }
    return cell.toString();
  }

  private String plain() throws IOException {
    StringBuilder cell = new StringBuilder();
    int c;
    while ((c = reader.read()) >= 0 && c != ',' && c != '\n') {
      if (c != '\r') {
        cell.append((char) c);
      }
    }
    unread(c);
    return cell.toString();
  }

  private void endCell() throws IOException {
    int c = reader.read();
    if (c == '\r') {
      c = reader.read();
    }
    if (c != ',') {
      consumer.accept(row);
      row = new ArrayList<>();
    }
  }

  private void unread(int c) throws IOException {
    if (c >= 0) {
      reader.unread(c);
    }
  }
}
