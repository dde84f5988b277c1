package org.millrace.dashboards.browser;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The walk every release must survive, against any running cockpit with figures: login, all boards,
 * a drill from the revenue to an invoice, the other language, a phone, the dark.
 */
public final class Tour {
  private Tour() {}

  /** What is wrong after the whole tour; empty when all is well. Pictures go to the folder. */
  public static List<String> complaints(URI cockpit, String password, Path screenshots) {
    try (Walk walk = Walk.to(cockpit, screenshots)) {
      List<String> wrong = new ArrayList<>();
      walk.login("admin", password).board("management").board("sales").board("planning");
      walk.board("supply");
      walk.board("management");
      BigDecimal revenue = walk.figure("revenue");
      BigDecimal sum = walk.openRows("revenue");
      if (sum.compareTo(revenue) != 0) {
        wrong.add("the rows behind the revenue add up to " + sum + ", the figure is " + revenue);
      }
      walk.openInvoice();
      walk.board("management").language().drawn().picture("management-chinese");
      if (walk.figure("revenue").compareTo(revenue) != 0) {
        wrong.add("the revenue differs by language: " + walk.figure("revenue"));
      }
      walk.language().theme().picture("management-dark").theme();
      for (String board : List.of("management", "sales", "planning", "supply", "accuracy")) {
        walk.width(390).board(board);
        if (walk.overhang() > 0) {
          wrong.add(board + " is " + walk.overhang() + " px wider than a phone");
        }
      }
      wrong.addAll(walk.complaints());
      return wrong;
    }
  }

  /** Arguments: address of the cockpit, file with the admin's password, folder for pictures. */
  public static void main(String[] arguments) throws IOException {
    String password = Files.readString(Path.of(arguments[1])).strip();
    List<String> wrong =
        complaints(URI.create(arguments[0]), password, Path.of(arguments[2]).toAbsolutePath());
    wrong.forEach(System.out::println);
    System.exit(wrong.isEmpty() ? 0 : 1);
  }
}
