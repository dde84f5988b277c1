package org.millrace.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Paths and queries of an operation, written soundly, oddly, and wrongly. */
final class OddAddress {
  private static final List<String> CODES =
      List.of(
          "WHEEL",
          "BIKE",
          "C",
          "S",
          "1",
          "2",
          "SO-000001",
          "IN-000001",
          "a/b",
          "a;b",
          "50%",
          "ä",
          "'; drop table x;--",
          "2026-03",
          "-999999999-01",
          "999999999999999999999",
          "0",
          "-1",
          "x",
          " ",
          "\u0001",
          "\u0000",
          "..",
          ".",
          "\u4e2d",
          "\ud83d\ude00",
          "journal",
          "items");
  private static final List<String> WORDS =
      List.of(
          "a",
          "1",
          "-1",
          "0",
          "100001",
          "2147483648",
          "999999999999999999999",
          "x",
          "\u0000",
          "%",
          "_",
          "\\",
          "/",
          "'",
          "true",
          "false",
          "2026-03-01",
          "-1000000000-01-01",
          "\u4e2d",
          "open");

  private final OddValues values;
  private final String company;

  OddAddress(OddValues values, String company) {
    this.values = values;
    this.company = company;
  }

  String path(String template) {
    StringBuilder path = new StringBuilder();
    for (String segment : template.substring(1).split("/")) {
      path.append(values.isOneIn(150) ? "//" : "/").append(written(value(segment), segment));
      path.append(values.isOneIn(200) ? ";a=1" : "");
    }
    return path + (values.isOneIn(100) ? "/" : "");
  }

  String query(List<String> parameters) {
    StringBuilder query = new StringBuilder();
    for (String name : parameters) {
      if (values.isOneIn(2)) {
        query.append(query.isEmpty() ? "?" : "&").append(name).append('=');
        query.append(encoded(values.oneOf(WORDS)));
      }
    }
    return query.toString();
  }

  private String value(String segment) {
    if (!segment.startsWith("{")) {
      return segment;
    }
    boolean isCompany = segment.equals("{company}") && !values.isOneIn(20);
    return isCompany ? company : values.oneOf(CODES);
  }

  private String written(String value, String segment) {
    int way = values.below(segment.startsWith("{") ? 12 : 120);
    if (value.isEmpty()) {
      return "";
    }
    return switch (way) {
      case 0 -> everything(value);
      case 1 -> encoded(encoded(value));
      case 2 -> encoded(value).toLowerCase(Locale.ROOT);
      case 3 -> value.replaceAll("[^A-Za-z0-9.;%-]", "").replace("%", "%ff");
      default -> encoded(value);
    };
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String everything(String value) {
    StringBuilder all = new StringBuilder();
    for (byte one : value.getBytes(StandardCharsets.UTF_8)) {
      all.append("%%%02X".formatted(one));
    }
    return all.toString();
  }
}
