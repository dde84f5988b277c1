package org.millrace.approval;

import java.time.LocalDate;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;

/** One user decides in the place of another one, from a first to a last day. */
public record Delegation(
    DelegationNumber number,
    DelegationStatus status,
    String fromUser,
    String toUser,
    LocalDate firstDay,
    LocalDate lastDay,
    Optional<String> note) {
  /** Stored in approval.delegation; numbered AD-000001. */
  public static final DocumentKind<Delegation> KIND =
      DocumentKind.of(Delegation.class, "approval", "delegation")
          .numbered("AD")
          .searched("number", "fromUser", "toUser", "note")
          .sorted("-firstDay")
          .steps(Delegation::status, DelegationStatus.Act.values())
          .build();

  public Delegation {
    fromUser = Code.checked("fromUser", fromUser, 60);
    toUser = Code.checked("toUser", toUser, 60);
    note = note.map(String::strip).filter(text -> !text.isEmpty());
    new Problems()
        .require(!fromUser.equals(toUser), "toUser", toUser, "somebody else than " + fromUser)
        .require(
            !lastDay.isBefore(firstDay), "lastDay", lastDay, "not before the first day " + firstDay)
        .refuse("The delegation cannot be used");
  }

  /** Whether it holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return status == DelegationStatus.ACTIVE && !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }

  /**
   * It holds no longer.
   *
   * @throws org.millrace.shared.Refused as conflict when it ended already
   */
  public Delegation ended() {
    status.require(DelegationStatus.Act.END, KIND.titled(number));
    return new Delegation(
        number, DelegationStatus.ENDED, fromUser, toUser, firstDay, lastDay, note);
  }
}
