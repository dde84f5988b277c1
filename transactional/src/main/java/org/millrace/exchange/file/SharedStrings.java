package org.millrace.exchange.file;

import java.util.ArrayList;
import java.util.List;

/** The texts that cells of a workbook name by number, within what memory allows. */
final class SharedStrings {
  private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 8;
  private static final int BYTES_EACH = 64;

  private final List<String> texts = new ArrayList<>();

  private SharedStrings() {}

  static SharedStrings none() {
    return new SharedStrings();
  }

  static SharedStrings read(XmlPart xml, String name) {
    SharedStrings read = new SharedStrings();
    long bytes = 0;
    try (xml) {
      while (xml.nextStart("si")) {
        String text = CellText.within(xml, "si", name);
        bytes += BYTES_EACH + 2L * text.length();
        if (bytes > MOST_BYTES) {
          throw new FileUnreadable(
              "%s holds more different texts than fit into memory (%,d MB). Save it as CSV."
                  .formatted(name, MOST_BYTES >> 20));
        }
        read.texts.add(text);
      }
    }
    return read;
  }

  String at(String number, String name) {
    try {
      return texts.get(Integer.parseInt(number.strip()));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new FileUnreadable(
          name
              + " names a text that it does not hold: "
              + CellText.cut(number)
              + ". Save it again.");
    }
  }
}
