package org.millrace.exchange.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/**
 * The shipped mappings read the tables of AdventureWorks, where they are at hand: the first of its
 * 4,012 purchase orders, and all with {@code -Dtest.jvm.flags=-Dorders=4012}.
 */
class AdventureWorksTest {
  private static final Path DATA =
      Path.of("../../shared/data/adventureworks-oltp-csv.tar.xz").toAbsolutePath();

  private static final int ORDERS = Integer.getInteger("orders", 500);
  private static final String DETAILS = "Purchasing.PurchaseOrderDetail.csv";
  private static final String HEADERS = "Purchasing.PurchaseOrderHeader.csv";

  @TempDir private Path folder;
  private final TestingCore core = TestingCore.running();
  private String base = "";

  @Test
  void bringsInVendorsProductsAndOrders() throws Exception {
    assumeTrue(Files.isReadable(DATA), "the data sets lie beside the checkout");
    unpack(ORDERS);
    base = "/api/companies/" + core.newCompany();
    assertThat(
            posted(
                "parties",
                "vendors",
                "Purchasing.Vendor.csv",
                "Person.BusinessEntityAddress.csv",
                "Person.Address.csv",
                "Person.StateProvince.csv"))
        .isEqualTo(104);
    assertThat(posted("items", "products", "Production.Product.csv")).isEqualTo(504);
    long lines = rows(DETAILS, "");
    assertThat(lines).isGreaterThan(2L * ORDERS);
    long began = System.nanoTime();
    assertThat(
            posted(
                "purchase-orders",
                "purchase-orders",
                DETAILS,
                HEADERS,
                "Purchasing.Vendor.csv",
                "Production.Product.csv"))
        .isEqualTo(lines);
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf("%d order lines in %.1f s, %.0f lines/s%n", lines, seconds, lines / seconds);
    assertThat(exported("purchase-orders")).isEqualTo(ORDERS);
    assertThat(
            posted(
                "items-change",
                "bills-of-material",
                "Production.BillOfMaterials.csv",
                "Production.Product.csv"))
        .isPositive();
    assertThat(posted("purchase-orders-cancel", "rejected-orders", HEADERS))
        .isEqualTo(rows(HEADERS, "[0-9]+,[0-9]+,3,.*"))
        .isPositive();
  }

  /** The first orders go all the way; the whole file takes as long as its verbs. */
  @Test
  void receivesAndBillsWhatWasKept() throws Exception {
    assumeTrue(Files.isReadable(DATA), "the data sets lie beside the checkout");
    unpack(99);
    base = "/api/companies/" + core.newCompany();
    posted(
        "parties",
        "vendors",
        "Purchasing.Vendor.csv",
        "Person.BusinessEntityAddress.csv",
        "Person.Address.csv",
        "Person.StateProvince.csv");
    posted("items", "products", "Production.Product.csv");
    String products = "Production.Product.csv";
    posted(
        "purchase-orders", "purchase-orders", DETAILS, HEADERS, "Purchasing.Vendor.csv", products);
    long kept = posted("purchase-orders-receipts", "receipts", DETAILS, HEADERS, products);
    assertThat(kept).isGreaterThan(100);
    assertThat(posted("purchase-orders-invoices", "bills", DETAILS, HEADERS, products))
        .isEqualTo(kept);
    assertThat(exported("supplier-invoices")).isEqualTo(exported("receipts"));
  }

  /** The files, with no more than the first orders. */
  private void unpack(int orders) throws IOException, InterruptedException {
    new ProcessBuilder("tar", "xJf", DATA.toString(), "--strip-components=1")
        .directory(folder.toFile())
        .start()
        .waitFor();
    for (String name : List.of(DETAILS, HEADERS)) {
      Path file = folder.resolve(name);
      List<String> kept =
          Files.readAllLines(file).stream()
              .filter(row -> !row.matches("[0-9].*") || number(row) <= orders)
              .toList();
      Files.write(file, kept);
    }
  }

  private static int number(String row) {
    return Integer.parseInt(row.substring(0, row.indexOf(',')));
  }

  private long rows(String file, String pattern) throws IOException {
    return Files.readAllLines(folder.resolve(file)).stream()
        .skip(1)
        .filter(row -> pattern.isEmpty() || row.matches(pattern))
        .count();
  }

  private long exported(String list) {
    return core.get(base + "/exports/" + list)
        .expecting(200)
        .body()
        .lines()
        .skip(1)
        .map(row -> row.replaceFirst(",.*", ""))
        .distinct()
        .count();
  }

  private long posted(String list, String mapping, String... files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String file : files) {
        zip.putNextEntry(new ZipEntry(file));
        zip.write(Files.readAllBytes(folder.resolve(file)));
      }
    }
    List<JsonNode> steps =
        core.postFile(
                "%s/imports/%s?file=%s&mapping=adventureworks-%s"
                    .formatted(base, list, files[0], mapping),
                bytes.toByteArray())
            .expecting(200)
            .steps();
    JsonNode end = steps.get(steps.size() - 1);
    assertThat(end.at("/rows/rejected").asLong(-1))
        .as(list + " " + steps.subList(0, Math.min(6, steps.size())) + end)
        .isZero();
    return end.at("/rows/posted").asLong();
  }
}
