package org.millrace.exchange.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However rows are split over files, repeated and ordered: the books come out the same. */
class AnyOrderOfFilesTest {
  private static final String[] COUNTRIES = {"United Kingdom", "France", "EIRE"};

  @Property(tries = 12)
  void postsEveryRowExactlyOnce(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
    List<String> rows = rows(new Random(seed), size);
    TestingImport whole = new TestingImport();
    whole.rows("whole.csv", String.join("", rows));
    TestingImport parts = new TestingImport();
    Random random = new Random(seed + 1);
    List<String> files = split(rows, random);
    Collections.shuffle(files, random);
    for (String file : files) {
      parts.rows("part.csv", file);
    }
    assertThat(parts.rows("again.csv", String.join("", rows)).rows().posted()).isZero();
    assertThat(parts.balances()).isEqualTo(whole.balances());
    assertThat(parts.figures()).isEqualTo(whole.figures());
  }

  /**
   * Documents are cut at any place but between rows of the same item: such a row in another file is
   * a correction of the first, not a sale of its own.
   */
  private static List<String> split(List<String> rows, Random random) {
    Map<String, String> together = new LinkedHashMap<>();
    for (String row : rows) {
      String[] cells = row.split(",");
      together.merge(cells[0] + " " + cells[1], row, String::concat);
    }
    List<String> files = new ArrayList<>();
    StringBuilder file = new StringBuilder();
    for (String some : together.values()) {
      file.append(some);
      if (random.nextInt(6) == 0) {
        files.add(file.toString());
        file.setLength(0);
      }
    }
    files.add(file.toString());
    if (random.nextBoolean()) {
      files.add(files.get(random.nextInt(files.size())));
    }
    return files;
  }

  private static List<String> rows(Random random, int size) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      boolean credit = random.nextInt(5) == 0;
      int number = 100 + random.nextInt(8);
      rows.add(
          "%s%d,%s,Item,%s%d,2011-0%d-0%d 10:0%d:00,%s,%s,%s\n"
              .formatted(
                  credit ? "C" : "",
                  number,
                  random.nextInt(6) == 0 ? "POST" : "I" + random.nextInt(4),
                  credit ? "-" : "",
                  1 + random.nextInt(5),
                  1 + number % 3,
                  1 + number % 9,
                  random.nextInt(2),
                  random.nextInt(7) == 0 ? "0" : "1." + random.nextInt(1000),
                  number % 4 == 0 ? "" : number + ".0",
                  COUNTRIES[number % 3]));
    }
    return rows;
  }
}
