package org.millrace.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingBooks;
import org.millrace.TestingCore;
import org.millrace.TestingEInvoices;
import org.millrace.json.Json;
import org.tukaani.xz.XZInputStream;
import tools.jackson.databind.JsonNode;

/**
 * Every public message is taken in and, where the official rules let it pass, booked without an
 * order to the cent: in one run, each in a company of its own.
 */
class BookEveryEInvoiceTest {
  private static final Path FOLDER = Path.of("../../shared/cases/einvoice");
  private static final int BLOCK = 512;
  private static final Map<String, String> CATEGORIES =
      Map.of(
          "S", "standard",
          "Z", "zero-rated",
          "E", "exempt",
          "AE", "reverse-charge",
          "K", "intra-community",
          "G", "export");

  private final TestingCore core = TestingCore.running();

  @Test
  void booksEachToTheCent() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "needs ../shared/cases/einvoice");
    Map<String, byte[]> files = new LinkedHashMap<>();
    unpack(FOLDER.resolve("xrechnung.tar.xz"), files);
    unpack(FOLDER.resolve("en16931.tar.xz"), files);
    JsonNode expected = Json.mapper().readTree(Files.readString(FOLDER.resolve("expected.json")));
    List<String> wrong = new ArrayList<>();
    int booked = 0;
    for (String path : expected.propertyNames()) {
      String outcome = outcome(path, files.get(path), expected.get(path));
      booked += outcome.equals("booked") ? 1 : 0;
      if (!outcome.equals("booked") && !outcome.startsWith("refused by")) {
        wrong.add(path + ": " + outcome);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(booked).isGreaterThanOrEqualTo(70);
  }

  private String outcome(String path, byte[] file, JsonNode expected) {
    String xml = new String(file, StandardCharsets.UTF_8);
    String currency =
        xml.replaceAll(
            "(?s).*?(?:DocumentCurrencyCode|InvoiceCurrencyCode)[^>]*>([A-Z]{3}).*", "$1");
    String company = core.newCompany(currency, "false").value();
    String base = "/api/companies/" + company;
    post(base + "/parties", "{'code':'S','name':'S','roles':['supplier'],'country':'DE'}");
    codes(base, expected);
    HttpAnswer sent = TestingEInvoices.send(core, company, "message.xml", xml);
    if (sent.status() != 201) {
      return "not read: " + sent.body();
    }
    JsonNode taken = sent.json();
    if (taken.get("status").asString().equals("refused")) {
      return "refused by " + taken.at("/findings/0/rule").asString();
    }
    String number = base + "/paper/e-invoices/" + taken.get("number").asString();
    HttpAnswer answer =
        core.post(number + "/bill", quoted("{'supplier':'S'}"), Map.of("If-Match", "\"1\""));
    if (answer.status() != 200) {
      return answer.body();
    }
    String invoice = answer.json().get("bill").asString();
    JsonNode bill = core.get(base + "/purchasing/invoices/" + invoice).expecting(200).json();
    BigDecimal gross = taken.at("/totals/gross").decimalValue();
    BigDecimal owed = taken.get("type").asString().equals("credit-note") ? gross.negate() : gross;
    BigDecimal open = bill.get("openAmount").decimalValue();
    BigDecimal account =
        new BigDecimal(TestingBooks.balances(core, company).getOrDefault("2000", "0")).negate();
    boolean isToTheCent = open.compareTo(owed) == 0 && account.compareTo(owed) == 0;
    return isToTheCent ? "booked" : "%s booked, %s in the file".formatted(open, owed);
  }

  /** A tax code for each category and rate of the message. */
  private void codes(String base, JsonNode expected) {
    int made = 0;
    for (JsonNode row : expected.get("vatRows")) {
      String category = CATEGORIES.get(row.get("category").asString());
      if (category != null) {
        made++;
        String rate =
            switch (category) {
              case "standard" -> row.get("rate").asString();
              case "zero-rated" -> "0";
              default -> "25";
            };
        boolean isExempt = category.equals("exempt") || category.equals("export");
        String rates = isExempt ? "[]" : "[{'validFrom':'1990-01-01','rate':%s}]".formatted(rate);
        boolean isPlain = category.equals("standard") || category.equals("zero-rated");
        String reason = isPlain ? "" : ",'exemptionReason':'By law'";
        post(
            base + "/tax/codes",
            "{'code':'T%d','name':'T','category':'%s'%s,'rates':%s}"
                .formatted(made, category, reason, rates));
      }
    }
  }

  private void post(String path, String body) {
    core.post(path, quoted(body)).expecting(201);
  }

  private static String quoted(String body) {
    return body.replace('\'', '"');
  }

  private static void unpack(Path archive, Map<String, byte[]> files) throws IOException {
    try (InputStream in = new XZInputStream(Files.newInputStream(archive))) {
      byte[] header = in.readNBytes(BLOCK);
      while (header.length == BLOCK && header[0] != 0) {
        int size = Integer.parseInt(text(header, 124, 11).strip(), 8);
        byte[] content = in.readNBytes(size);
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        if (header[156] == '0' || header[156] == 0) {
          String folder = text(header, 345, 155);
          String name = text(header, 0, 100);
          String path = folder.isEmpty() ? name : folder + "/" + name;
          files.put(path.replaceFirst("^\\./", ""), content);
        }
        header = in.readNBytes(BLOCK);
      }
    }
  }

  private static String text(byte[] header, int from, int length) {
    String text = new String(header, from, length, StandardCharsets.UTF_8);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }
}
