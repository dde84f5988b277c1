package org.millrace.bank;

import java.time.LocalDate;
import java.util.Optional;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentKind;
import org.millrace.document.DocumentState;
import org.millrace.party.PartyCode;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;

/**
 * What lines with a text mean: a partner, or an account of the ledger. It is entered by a person,
 * or learned when a person corrects a proposal.
 *
 * @param taxCode of the tax inside what goes to the account
 * @param corrections how often a person said so
 * @param learnedOn since when
 */
public record BankRule(
    RuleNumber number,
    Status status,
    String text,
    Optional<PartyCode> party,
    Optional<String> account,
    Optional<String> taxCode,
    int corrections,
    LocalDate learnedOn) {
  /** Stored in bank.rule; numbered BR-000001. */
  public static final DocumentKind<BankRule> KIND =
      DocumentKind.of(BankRule.class, "bank", "rule")
          .numbered("BR")
          .listed("bank-rules")
          .searched("number", "text", "party", "account")
          .steps(BankRule::status, Act.values())
          .build();

  private static final int SHORTEST = 3;

  public BankRule {
    text = Code.checked("text", "text of the rule", text, 200);
    new Problems()
        .require(text.length() >= SHORTEST, "text", text, "at least " + SHORTEST + " characters")
        .require(
            party.isPresent() != account.isPresent(),
            "party",
            party.map(PartyCode::value).orElse(""),
            "either a partner or an account")
        .require(
            taxCode.isEmpty() || account.isPresent(),
            "taxCode",
            taxCode.orElse(""),
            "none without an account")
        .refuse("The rule cannot be used");
  }

  /** Whether it counts. */
  public enum Status implements DocumentState<Act> {
    ACTIVE,
    RETIRED;

    @Override
    public boolean allows(Act act) {
      return this == ACTIVE;
    }

    @Override
    public String instead() {
      return "Make a new one.";
    }
  }

  /** What can be done with it. */
  public enum Act implements DocumentAct {
    RETIRE;

    @Override
    public String words() {
      return "be retired";
    }
  }

  /** Out of use. */
  public BankRule retired() {
    status.require(Act.RETIRE, KIND.titled(number));
    return new BankRule(
        number, Status.RETIRED, text, party, account, taxCode, corrections, learnedOn);
  }

  /** Said once more, perhaps of another partner or account. */
  public BankRule learnedAgain(BankRule now) {
    boolean isSame = party.equals(now.party) && account.equals(now.account);
    return new BankRule(
        number,
        Status.ACTIVE,
        text,
        now.party,
        now.account,
        now.taxCode,
        isSame ? corrections + 1 : 1,
        now.learnedOn);
  }
}
