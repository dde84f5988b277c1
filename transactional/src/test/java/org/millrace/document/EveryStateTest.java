package org.millrace.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.millrace.shared.Refused;

/**
 * The state machines of all documents: what each state lets happen, and how it refuses the rest.
 */
class EveryStateTest {
  /** A state that is new, gone or lets other things happen has to be told here. */
  private static final String ALLOWED =
      """
      approval.DelegationStatus
        ACTIVE: END
        ENDED:
      approval.RequestStatus
        WAITING: APPROVE REJECT CHANGE WITHDRAW
        APPROVED:
        REJECTED:
        WITHDRAWN:
        FAILED: CHANGE WITHDRAW
      asset.AssetStatus
        ACTIVE: DEPRECIATE REVERSE_DEPRECIATION USE CAPITALISE REVALUE CHANGE_LIFE DISPOSE
        DISPOSED:
      bank.BankRule$Status
        ACTIVE: RETIRE
        RETIRED:
      bank.BookingStatus
        POSTED: REVERSE
        REVERSED:
        RETURNED:
      bank.StatementStatus
        OPEN: ACCEPT_SAFE ACCEPT CORRECT IGNORE CANCEL
        DONE:
        CANCELLED:
      bank.run.PaymentRun$Status
        DRAFT: RELEASE CANCEL
        RELEASED: CANCEL
        CANCELLED:
      cash.planned.PlannedStatus
        ACTIVE: CHANGE END
        ENDED:
      credit.check.CheckStatus
        WARNED:
        HELD: RECHECK RELEASE
        RELEASED:
        ENDED:
      crm.CampaignStatus
        PLANNED: START HOLD END
        RUNNING: HOLD END
        HELD: RESUME END
        ENDED:
      crm.Outcome
        OPEN: CHANGE STAGE CLOSE
        WON:
        LOST:
      document.draft.DraftStatus
        DRAFT: CHANGE POST CANCEL
        POSTED:
        CANCELLED:
      document.reversal.PostedStatus
        POSTED: REVERSE
        REVERSED:
        REVERSING:
      document.reversal.ReversibleStatus
        DRAFT: CHANGE POST CANCEL
        POSTED: REVERSE
        REVERSED:
        REVERSING:
        CANCELLED:
      ledger.Opening$Status
        POSTED: REVERSE
        REVERSED:
      paper.EInvoiceStatus
        READ: BILL REJECT
        REFUSED:
        BILLED:
        REJECTED:
      paper.FapiaoStatus
        RECORDED: VERIFY TAKE_BACK
        VERIFIED: MATCH TAKE_BACK
        REJECTED:
        MATCHED: TAKE_BACK
        REVERSED:
      paper.MailStatus
        QUEUED: DELIVER RETRY CANCEL
        SENT:
        FAILED: RETRY
        CANCELLED:
      party.merge.MergeStatus
        PROPOSED: CHANGE MERGE REJECT
        MERGED: UNMERGE
        UNMERGED:
        REJECTED:
      production.WorkStatus
        RELEASED: CHANGE CONSUME COMPLETE CANCEL RETURN COST SCRAP CLOSE DISASSEMBLE
        COMPLETED: RETURN COST SCRAP CLOSE DISASSEMBLE
        CANCELLED:
      purchasing.InvoiceState
        OPEN: PAY CREDIT REVERSE
        PAID: CREDIT REVERSE
        REVERSED:
        REVERSING:
      purchasing.OrderStatus
        OPEN: CHANGE CONFIRM RECEIVE RETURN INVOICE WAIVE_BILLS CANCEL
        RECEIVED: RETURN INVOICE WAIVE_BILLS
        INVOICED: RETURN
        CANCELLED:
      purchasing.blocked.BlockedBillState
        BLOCKED: ACCEPT ASK_CREDIT_NOTE REFUSE
        WAITING: ACCEPT REFUSE
        ACCEPTED:
        REFUSED:
      purchasing.consignment.ConsignmentStatus
        OPEN: TAKE_OVER GIVE_BACK RETURN CANCEL
        CLOSED: GIVE_BACK
        CANCELLED:
      sales.OrderStatus
        OPEN: CHANGE DELIVER INVOICE PREPAY RESCHEDULE PROMISE CANCEL
        DELIVERED: INVOICE
        INVOICED:
        CANCELLED:
      sales.quotation.QuotationStatus
        OPEN: CHANGE SEND REVISE ACCEPT REJECT EXPIRE
        ACCEPTED:
        REJECTED:
        EXPIRED:
        REPLACED:
      sales.rebate.RebateStatus
        DRAFT: CHANGE ACTIVATE CANCEL
        ACTIVE: ACCRUE REVERSE_ACCRUAL SETTLE CANCEL
        SETTLED: REOPEN
        CANCELLED:
      sales.returns.ReturnStatus
        ASKED: AUTHORISE DENY CANCEL
        AUTHORISED: RECEIVE CANCEL
        RECEIVED: INSPECT CANCEL
        INSPECTED: INSPECT SETTLE CANCEL
        SETTLED: REVERSE
        DENIED:
        CANCELLED:
        REVERSED:
      sales.shipment.ShipmentStatus
        PACKING: PACK SHIP CANCEL
        SHIPPED: SCAN PROVE
        DELIVERED:
        CANCELLED:
      service.TicketStatus
        OPEN: CHANGE USE_PART CLOSE
        CLOSED: REOPEN
      settlement.OpeningItem$Status
        POSTED: REVERSE
        REVERSED:
      settlement.dispute.DisputeStatus
        OPEN: CHANGE RESOLVE REJECT
        RESOLVED:
        REJECTED:
      settlement.reminder.ReminderStatus
        ISSUED: REVERSE
        REVERSED:
      settlement.reminder.RunStatus
        PROPOSED: CHANGE ISSUE CANCEL
        ISSUED:
        CANCELLED:
      sourcing.RequestStatus
        OPEN: ANSWER WITHDRAW EXTEND AWARD CANCEL
        AWARDED:
        CANCELLED:
      sourcing.RequisitionStatus
        OPEN: CHANGE ASK ORDER REJECT CANCEL
        ASKED:
        ORDERED:
        REJECTED:
        CANCELLED:
      """;

  static Stream<TestingStates.Case> cases() {
    return TestingStates.machines().stream().flatMap(m -> TestingStates.cases(m).stream());
  }

  @Test
  void letsHappenWhatIsDeclaredAlone() {
    List<String> found = new ArrayList<>();
    for (Class<?> machine : TestingStates.machines()) {
      found.add(machine.getName().replace("org.millrace.", ""));
      TestingStates.cases(machine).stream()
          .collect(Collectors.groupingBy(TestingStates.Case::state, Collectors.toList()))
          .entrySet()
          .stream()
          .sorted((a, b) -> Integer.compare(ordinal(a.getKey()), ordinal(b.getKey())))
          .forEach(
              e ->
                  found.add(
                      e.getValue().stream()
                          .filter(TestingStates.Case::isAllowed)
                          .map(each -> " " + each.act().name())
                          .collect(Collectors.joining("", "  " + e.getKey().name() + ":", ""))));
    }
    assertThat(found).containsExactlyElementsOf(ALLOWED.lines().toList());
  }

  private static int ordinal(DocumentState<?> state) {
    return ((Enum<?>) state).ordinal();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatCannotBeDoneInWhichStateAndWhatToDoInstead(TestingStates.Case tried) {
    if (tried.isAllowed()) {
      assertThat(tried.refusal()).isEmpty();
      assertThatCode(tried::require).doesNotThrowAnyException();
      return;
    }
    String state = tried.state().name().toLowerCase(Locale.ROOT);
    assertThat(tried.refusal())
        .startsWith("Paper P-1 cannot " + tried.act().words() + ": it is " + state + ". ")
        .endsWith(".");
    assertThat(tried.state().instead()).isNotBlank();
    assertThatThrownBy(tried::require)
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.reason()).isEqualTo(Refused.Reason.CONFLICT))
        .hasMessage(tried.refusal());
  }
}
