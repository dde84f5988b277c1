import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Adds up daily files of the online-retail layout by month and country, apart from Millrace's own
 * code, and compares the sums with an export of {@code mart.sales_monthly}: arguments MART_CSV
 * FILE... The rules: C numbers are credit notes, A numbers and price 0 are no sale.
 */
final class CompareFigures {

  private static final class Sums {
    final Set<String> invoices = new HashSet<>();
    final Set<String> creditNotes = new HashSet<>();
    BigDecimal quantity = BigDecimal.ZERO;
    BigDecimal net = BigDecimal.ZERO;

    String text() {
      return "%d invoices, %d credit notes, quantity %s, net %s"
          .formatted(
              invoices.size(),
              creditNotes.size(),
              quantity.stripTrailingZeros().toPlainString(),
              net.setScale(2, RoundingMode.HALF_UP).toPlainString());
    }
  }

  public static void main(String[] arguments) throws IOException {
    Map<String, Sums> files = new TreeMap<>();
    long rows = 0;
    for (int i = 1; i < arguments.length; i++) {
      rows += add(files, Path.of(arguments[i]));
    }
    Map<String, String> marts = marts(Path.of(arguments[0]));
    Set<String> keys = new TreeSet<>(files.keySet());
    keys.addAll(marts.keySet());
    int different = 0;
    for (String key : keys) {
      String file = files.containsKey(key) ? files.get(key).text() : "nothing";
      String mart = marts.getOrDefault(key, "nothing");
      if (!file.equals(mart)) {
        different++;
        System.out.printf("DIFFERS %s%n  files %s%n  mart  %s%n", key, file, mart);
      }
    }
    int documents =
        files.values().stream().mapToInt(s -> s.invoices.size() + s.creditNotes.size()).sum();
    System.out.printf(
        "%d rows, %d documents, %d month x country figures, %d different%n",
        rows, documents, keys.size(), different);
    System.exit(different == 0 ? 0 : 1);
  }

  private static long add(Map<String, Sums> sums, Path file) throws IOException {
    long rows = 0;
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      reader.readLine();
      String line;
      while ((line = reader.readLine()) != null) {
        rows++;
        List<String> row = cells(line);
        String number = row.get(0);
        BigDecimal quantity = new BigDecimal(row.get(3));
        BigDecimal price = new BigDecimal(row.get(5));
        if (number.startsWith("A") || price.signum() == 0) {
          continue;
        }
        Sums sum =
            sums.computeIfAbsent(row.get(4).substring(0, 7) + " " + row.get(7), k -> new Sums());
        (number.startsWith("C") ? sum.creditNotes : sum.invoices).add(number);
        sum.quantity = sum.quantity.add(quantity);
        sum.net = sum.net.add(quantity.multiply(price));
      }
    }
    return rows;
  }

  private static Map<String, String> marts(Path csv) throws IOException {
    Map<String, String> marts = new TreeMap<>();
    List<String> lines = Files.readAllLines(csv);
    for (String line : lines.subList(1, lines.size())) {
      List<String> row = cells(line); // month, country, invoices, credit_notes, quantity, net
      marts.put(
          row.get(0).substring(0, 7) + " " + row.get(1),
          "%s invoices, %s credit notes, quantity %s, net %s"
              .formatted(
                  row.get(2),
                  row.get(3),
                  new BigDecimal(row.get(4)).stripTrailingZeros().toPlainString(),
                  new BigDecimal(row.get(5)).setScale(2).toPlainString()));
    }
    return marts;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ',' && !isQuoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
