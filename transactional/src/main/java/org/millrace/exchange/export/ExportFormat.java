package org.millrace.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.millrace.shared.Problems;

/** In which form a list leaves. */
enum ExportFormat {
  CSV("text/csv"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  JSON("application/json");

  private final String type;

  ExportFormat(String type) {
    this.type = type;
  }

  String type() {
    return type;
  }

  String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Begins a file. */
  RowsOut begun(OutputStream out, Charset charset, char delimiter) throws IOException {
    return switch (this) {
      case CSV -> new CsvOut(out, charset, delimiter);
      case XLSX -> new XlsxOut(out);
      case JSON -> new JsonOut(out);
    };
  }

  /**
   * The format of that name.
   *
   * @throws org.millrace.shared.Refused naming all where there is none
   */
  static ExportFormat of(String name) {
    String all =
        Arrays.stream(values()).map(ExportFormat::ending).collect(Collectors.joining(", "));
    return Arrays.stream(values())
        .filter(format -> format.ending().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Problems()
                    .add("format", name, "one of " + all)
                    .refused("The list cannot be exported"));
  }
}
