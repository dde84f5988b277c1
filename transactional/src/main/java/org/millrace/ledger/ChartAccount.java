package org.millrace.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.document.DocumentKind;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;

/**
 * An account of a company: of its own chart, or added to or renamed in the standard one. The rules
 * of posting book to it where it has the role that they name.
 *
 * @param closed nothing more is posted there
 * @param roles words of {@link StandardAccounts#roles}, in their order, between semicolons
 * @param reportsAs the account of the standard chart on whose line it stands in the statements
 */
public record ChartAccount(
    AccountCode code,
    String name,
    Optional<String> nameZh,
    Account.Type type,
    boolean control,
    boolean closed,
    Optional<String> roles,
    Optional<AccountCode> reportsAs) {
  /** Stored in ledger.chart_account. */
  public static final DocumentKind<ChartAccount> KIND =
      DocumentKind.of(ChartAccount.class, "ledger", "chart-account")
          .searched("code", "name", "nameZh", "roles")
          .changeable()
          .build();

  public ChartAccount {
    name = Code.checked("name", "account name", name, 200);
    nameZh = nameZh.map(zh -> Code.checked("nameZh", "account name", zh, 200));
    List<String> words = words(roles);
    roles = words.isEmpty() ? Optional.empty() : Optional.of(String.join(";", words));
    Problems problems = new Problems();
    for (String word : words) {
      problems.require(
          StandardAccounts.roles().containsKey(word),
          "roles",
          word,
          "a role of the rules of posting, such as receivable or revenue");
    }
    problems
        .require(
            !closed || words.isEmpty(),
            "closed",
            closed,
            "false while it has a role; move it first")
        .refuse("The account " + code + " cannot be used");
  }

  /** What the rules of posting book to it. */
  public List<String> roleWords() {
    return words(roles);
  }

  private static List<String> words(Optional<String> roles) {
    return Arrays.stream(roles.orElse("").split("[;,\\s]+"))
        .filter(word -> !word.isEmpty())
        .distinct()
        .sorted()
        .collect(Collectors.toList());
  }
}
