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
import org.millrace.json.Json;
import tools.jackson.databind.JsonNode;

/** The shipped mappings read the tables of AdventureWorks, where they are at hand. */
class AdventureWorksTest {
  private static final Path DATA =
      Path.of("../../shared/data/adventureworks-oltp-csv.tar.xz").toAbsolutePath();

  @TempDir private Path folder;
  private final TestingCore core = TestingCore.running();
  private String base = "";

  @Test
  void bringsInVendorsProductsAndOrders() throws Exception {
    assumeTrue(Files.isReadable(DATA), "the data sets lie beside the checkout");
    new ProcessBuilder("tar", "xJf", DATA.toString(), "--strip-components=1")
        .directory(folder.toFile())
        .start()
        .waitFor();
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
    long began = System.nanoTime();
    assertThat(
            posted(
                "purchase-orders",
                "purchase-orders",
                "Purchasing.PurchaseOrderDetail.csv",
                "Purchasing.PurchaseOrderHeader.csv",
                "Purchasing.Vendor.csv",
                "Production.Product.csv"))
        .isEqualTo(8_845);
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf("8,845 order lines in %.1f s, %.0f lines/s%n", seconds, 8_845 / seconds);
    assertThat(exported("purchase-orders")).isEqualTo(4_012);
    assertThat(
            posted(
                "items-change",
                "bills-of-material",
                "Production.BillOfMaterials.csv",
                "Production.Product.csv"))
        .isPositive();
    assertThat(
            posted(
                "purchase-orders-cancel", "rejected-orders", "Purchasing.PurchaseOrderHeader.csv"))
        .isEqualTo(86);
  }

  /** The first orders go all the way; the whole file takes as long as its verbs. */
  @Test
  void receivesAndBillsWhatWasKept() throws Exception {
    assumeTrue(Files.isReadable(DATA), "the data sets lie beside the checkout");
    new ProcessBuilder("tar", "xJf", DATA.toString(), "--strip-components=1")
        .directory(folder.toFile())
        .start()
        .waitFor();
    Path details = folder.resolve("Purchasing.PurchaseOrderDetail.csv");
    Files.write(
        details,
        Files.readAllLines(details).stream().filter(row -> !row.matches("[0-9]{3,},.*")).toList());
    base = "/api/companies/" + core.newCompany();
    posted(
        "parties",
        "vendors",
        "Purchasing.Vendor.csv",
        "Person.BusinessEntityAddress.csv",
        "Person.Address.csv",
        "Person.StateProvince.csv");
    posted("items", "products", "Production.Product.csv");
    String rows = "Purchasing.PurchaseOrderDetail.csv";
    String heads = "Purchasing.PurchaseOrderHeader.csv";
    String products = "Production.Product.csv";
    posted("purchase-orders", "purchase-orders", rows, heads, "Purchasing.Vendor.csv", products);
    long kept = posted("purchase-orders-receipts", "receipts", rows, heads, products);
    assertThat(kept).isGreaterThan(100);
    assertThat(posted("purchase-orders-invoices", "bills", rows, heads, products)).isEqualTo(kept);
    assertThat(exported("supplier-invoices")).isEqualTo(exported("receipts"));
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
            .body()
            .lines()
            .map(line -> Json.mapper().readTree(line))
            .toList();
    JsonNode end = steps.get(steps.size() - 1);
    assertThat(end.at("/rows/rejected").asLong(-1))
        .as(list + " " + steps.subList(0, Math.min(6, steps.size())) + end)
        .isZero();
    return end.at("/rows/posted").asLong();
  }
}
