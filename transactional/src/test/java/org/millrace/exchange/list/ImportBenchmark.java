package org.millrace.exchange.list;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.millrace.TestingCore;
import org.millrace.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * How many lines of whole documents a second come in by files, each kind through the core and a
 * PostgreSQL of its own, cold and again. Arguments: LINES SEED [LIST...].
 */
final class ImportBenchmark {
  private static final double LIMIT = 3_000;
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final int ITEMS = 500;
  private static final int PARTIES = 200;

  private final TestingCore core = TestingCore.running();
  private final Random random;
  private final int lines;

  private ImportBenchmark(int lines, long seed) {
    this.lines = lines;
    this.random = new Random(seed);
  }

  public static void main(String[] arguments) {
    int lines = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30_000;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    List<String> lists =
        List.of(arguments).subList(Math.min(2, arguments.length), arguments.length);
    boolean isWhole = new ImportBenchmark(lines, seed).run(lists);
    System.exit(isWhole ? 0 : 1);
  }

  private boolean run(List<String> wanted) {
    String base = "/api/companies/" + core.newCompany("EUR", "true");
    boolean isWhole = true;
    imported(base, "parties", "first.csv", parties(PARTIES, "P"));
    imported(base, "items", "first.csv", items(ITEMS, "I"));
    for (int round = 1; round <= 2; round++) {
      Map<String, String> files = files(round);
      for (Map.Entry<String, String> each : files.entrySet()) {
        if (wanted.isEmpty() || wanted.contains(each.getKey())) {
          isWhole &= measured(base, each.getKey(), round, each.getValue());
        }
      }
    }
    return isWhole;
  }

  private Map<String, String> files(int round) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("parties", parties(lines / 3, "PARTY-" + round + "-"));
    files.put("items", items(lines / 3, "ITEM-" + round + "-"));
    files.put("purchase-orders", documents("supplier"));
    files.put("sales-orders", documents("customer"));
    files.put("quotations", documents("customer,valid_until"));
    files.put("invoices", documents("customer,days_to_pay"));
    files.put("opening-items", openingItems(round));
    files.put("journal", journal());
    return files;
  }

  private boolean measured(String base, String list, int round, String file) {
    long start = System.nanoTime();
    long used = PROCESS.getProcessCpuTime();
    JsonNode end = imported(base, list, "round-" + round + ".csv", file);
    double seconds = (System.nanoTime() - start) / 1e9;
    long posted = end.at("/rows/posted").asLong();
    double speed = posted / seconds;
    System.out.printf(
        Locale.ROOT,
        "%s, %s: %,d lines in %.2f s = %,.0f lines/s; limit %,.0f; ratio %.2f; the core used %.2f s"
            + " of a processor%n",
        list,
        round == 1 ? "cold" : "again",
        posted,
        seconds,
        speed,
        LIMIT,
        speed / LIMIT,
        (PROCESS.getProcessCpuTime() - used) / 1e9);
    return posted == file.lines().count() - 1;
  }

  private String parties(int count, String prefix) {
    StringBuilder file = new StringBuilder("code,name,roles,country\n");
    for (int i = 0; i < count; i++) {
      file.append("%s%d,Party %s %d,\"customer, supplier\",DE\n".formatted(prefix, i, prefix, i));
    }
    return file.toString();
  }

  private String items(int count, String prefix) {
    StringBuilder file = new StringBuilder("code,name,unit\n");
    for (int i = 0; i < count; i++) {
      file.append("%s%d,Item %s %d,pcs\n".formatted(prefix, i, prefix, i));
    }
    return file.toString();
  }

  /** Documents of one to four lines. */
  private String documents(String head) {
    StringBuilder file =
        new StringBuilder("number," + head + ",lines.item,lines.quantity,lines.unit_price\n");
    int written = 0;
    for (int document = 1; written < lines; document++) {
      String party = "P" + random.nextInt(PARTIES);
      String more =
          head.endsWith("valid_until") ? ",2999-01-02" : head.endsWith("days_to_pay") ? ",30" : "";
      for (int line = random.nextInt(4); line >= 0; line--) {
        file.append(
            "D%d,%s%s,I%d,%d,%d.%02d\n"
                .formatted(
                    document,
                    party,
                    more,
                    random.nextInt(ITEMS),
                    1 + random.nextInt(20),
                    1 + random.nextInt(90),
                    random.nextInt(100)));
        written++;
      }
    }
    return file.toString();
  }

  private String openingItems(int round) {
    StringBuilder file = new StringBuilder("side,party,source_number,item_date,amount\n");
    for (int i = 0; i < lines / 3; i++) {
      file.append(
          "receivables,P%d,R%d-%d,2026-01-02,%d\n"
              .formatted(random.nextInt(PARTIES), round, i, 1 + random.nextInt(900)));
    }
    return file.toString();
  }

  private String journal() {
    StringBuilder file = new StringBuilder("number,text,lines.account,lines.debit,lines.credit\n");
    for (int entry = 1; entry <= lines / 2; entry++) {
      int amount = 1 + random.nextInt(900);
      file.append(
          "E%d,Rent %d,6000,%d,\nE%d,Rent %d,1000,,%d\n"
              .formatted(entry, entry, amount, entry, entry, amount));
    }
    return file.toString();
  }

  private JsonNode imported(String base, String list, String name, String file) {
    List<String> steps =
        core.post(base + "/imports/" + list + "?file=" + name, file)
            .expecting(200)
            .body()
            .lines()
            .toList();
    JsonNode end = Json.mapper().readTree(steps.get(steps.size() - 1));
    if (end.at("/rows/rejected").asLong(-1) != 0) {
      System.out.println(list + ": " + steps.subList(0, Math.min(5, steps.size())) + end);
    }
    return end;
  }
}
