package org.millrace.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.approval.ApprovalRequest.Content;
import org.millrace.approval.ApprovalRequest.Decision;
import org.millrace.approval.ApprovalRequest.Sought;
import org.millrace.approval.RequestStatus.Act;
import org.millrace.document.Step;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Refused;
import org.millrace.web.approval.StoredCommand;

/** Steps, decisions and seals of requests, without a core. */
class ApprovalRequestTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final LocalDate DUE = LocalDate.of(2026, 3, 5);
  private static final Decider ANN = Decider.of("ann");
  private static final Decider BEN = Decider.of("ben");

  @Test
  void waitsForItsStepsInTheirOrder() {
    ApprovalRequest first = request();
    assertThat(first.waitingFor()).contains("accountant");
    ApprovalRequest second = first.approved(ANN, Optional.of(" fine "), NOW);
    assertThat(second.waitingFor()).contains("controller");
    assertThat(second.status()).isEqualTo(RequestStatus.WAITING);
    ApprovalRequest done = second.approved(BEN, Optional.empty(), NOW);
    assertThat(done.status()).isEqualTo(RequestStatus.APPROVED);
    assertThat(done.waitingFor()).isEmpty();
    assertThat(done.decisions())
        .extracting(ApprovalRequest.Step::decidedBy)
        .containsExactly(Optional.of("ann"), Optional.of("ben"));
    assertThat(done.decisions().get(0).note()).contains("fine");
    assertThatThrownBy(() -> done.approved(ANN, Optional.empty(), NOW))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Request AP-000001 cannot be approved: it is approved.");
  }

  @Test
  void isNeverDecidedByWhoAskedNorInThatPlace() {
    Decider own = Decider.of("buyer");
    Decider delegate = new Decider("ann", Optional.of("buyer"));
    for (Decider decider : List.of(own, delegate)) {
      assertThatThrownBy(() -> request().approved(decider, Optional.empty(), NOW))
          .hasMessage("buyer asked for request AP-000001: somebody else decides it.");
      assertThatThrownBy(() -> request().rejected(decider, "No", NOW)).isInstanceOf(Refused.class);
    }
    Decider other = new Decider("ann", Optional.of("carl"));
    assertThat(request().approved(other, Optional.empty(), NOW).decisions().get(0).onBehalfOf())
        .contains("carl");
  }

  @Test
  void losesAllDecisionsWhenItsContentChanges() {
    ApprovalRequest half = request().approved(ANN, Optional.empty(), NOW);
    assertThatThrownBy(() -> half.changed(sought(), content("{}"), "ann", NOW))
        .hasMessage("Only buyer, who asked for request AP-000001, can do that.");
    ApprovalRequest changed = half.changed(sought(), content("{}"), "buyer", NOW);
    assertThat(changed.decisions())
        .extracting(ApprovalRequest.Step::decision)
        .containsOnly(Decision.WAITING);
    assertThat(changed.seal()).isNotEqualTo(half.seal());
    assertThat(changed.waitingFor()).contains("accountant");
  }

  @Test
  void isAskedAgainAfterItFailedAndNotAfterItWasRejected() {
    ApprovalRequest failed =
        request()
            .approved(ANN, Optional.empty(), NOW)
            .approved(BEN, Optional.empty(), NOW)
            .failed("The order is cancelled.");
    assertThat(failed.result().problem()).contains("The order is cancelled.");
    assertThat(failed.changed(sought(), content("{}"), "buyer", NOW).status())
        .isEqualTo(RequestStatus.WAITING);
    ApprovalRequest rejected = request().rejected(ANN, "Too dear", NOW);
    assertThat(rejected.decisions().get(0).decision()).isEqualTo(Decision.REJECTED);
    assertThatThrownBy(() -> rejected.changed(sought(), content("{}"), "buyer", NOW))
        .hasMessageContaining("it is rejected");
    assertThatThrownBy(() -> rejected.withdrawn("buyer")).hasMessageContaining("it is rejected");
    assertThatThrownBy(() -> request().rejected(ANN, "", NOW)).hasMessageContaining("note");
  }

  @Test
  void isOverdueAfterItsLastDayWhileItWaits() {
    assertThat(request().isOverdue(DUE)).isFalse();
    assertThat(request().isOverdue(DUE.plusDays(1))).isTrue();
    assertThat(request().withdrawn("buyer").isOverdue(DUE.plusDays(1))).isFalse();
  }

  @Test
  void tellsTheStepsOfWhoeverAsks() {
    assertThat(ApprovalRequest.KIND.steps(request()))
        .filteredOn(Step::allowed)
        .extracting(Step::act)
        .containsExactly(Act.APPROVE.word(), Act.REJECT.word());
  }

  @Test
  void isSealedByAllThatTheCommandSays() {
    StoredCommand one = command("buyer", "/a", Optional.of("\"1\""), "{}");
    assertThat(one.seal()).matches("[0-9a-f]{64}").isEqualTo(one.with("{}").seal());
    assertThat(
            List.of(
                command("ann", "/a", Optional.of("\"1\""), "{}"),
                command("buyer", "/b", Optional.of("\"1\""), "{}"),
                command("buyer", "/a", Optional.of("\"2\""), "{}"),
                command("buyer", "/a", Optional.empty(), "{}"),
                command("buyer", "/a", Optional.of("\"1\""), "{ }")))
        .extracting(StoredCommand::seal)
        .doesNotContain(one.seal())
        .doesNotHaveDuplicates();
  }

  @Test
  void holdsFromTheAmountOrTheDiscountOn() {
    ApprovalPolicy policy = policy(Optional.of("1000"), Optional.of("10"));
    assertThat(policy.holds(euro("999.99"), new BigDecimal("9.99"))).isFalse();
    assertThat(policy.holds(euro("1000"), BigDecimal.ZERO)).isTrue();
    assertThat(policy.holds(euro("1"), BigDecimal.TEN)).isTrue();
    assertThatThrownBy(() -> policy(Optional.empty(), Optional.empty()))
        .hasMessageContaining("the amount or the discount from which on approval is needed");
    assertThatThrownBy(() -> policy(Optional.of("-1"), Optional.of("101")))
        .hasMessageContaining("fromAmount is '-1.00', expected 0 or more")
        .hasMessageContaining("more than 0 and at most 100");
  }

  @Test
  void delegatesOnItsDaysUntilItEnds() {
    Delegation delegation =
        new Delegation(
            new DelegationNumber("AD-1"),
            DelegationStatus.ACTIVE,
            "carl",
            "ann",
            LocalDate.of(2026, 3, 2),
            LocalDate.of(2026, 3, 4),
            Optional.of(" "));
    assertThat(delegation.holdsOn(LocalDate.of(2026, 3, 1))).isFalse();
    assertThat(delegation.holdsOn(LocalDate.of(2026, 3, 2))).isTrue();
    assertThat(delegation.holdsOn(LocalDate.of(2026, 3, 4))).isTrue();
    assertThat(delegation.holdsOn(LocalDate.of(2026, 3, 5))).isFalse();
    assertThat(delegation.ended().holdsOn(LocalDate.of(2026, 3, 3))).isFalse();
    assertThat(delegation.note()).isEmpty();
  }

  private static ApprovalPolicy policy(Optional<String> amount, Optional<String> discount) {
    return new ApprovalPolicy(
        new PolicyCode("P"),
        "Large",
        DocumentType.SALES_ORDER,
        amount.map(ApprovalRequestTest::euro),
        discount.map(BigDecimal::new),
        false,
        3,
        true,
        Currency.getInstance("EUR"),
        List.of(new ApprovalPolicy.Level("controller")));
  }

  private static Money euro(String amount) {
    return Money.of(amount, "EUR");
  }

  private static StoredCommand command(
      String actor, String path, Optional<String> expected, String body) {
    return new StoredCommand(actor, new CompanyCode("BIKES"), "POST", path, expected, body);
  }

  private static Content content(String body) {
    StoredCommand command = command("buyer", "/orders", Optional.empty(), body);
    return new Content(
        new ApprovalRequest.Command("POST", "/orders", Optional.empty(), body),
        command.seal(),
        "{}");
  }

  private static Sought sought() {
    return new Sought(
        new PolicyCode("P"),
        DocumentType.PURCHASE_ORDER,
        euro("1000"),
        DUE,
        List.of("accountant", "controller"));
  }

  private static ApprovalRequest request() {
    return ApprovalRequest.made(
        new RequestNumber("AP-000001"), sought(), content("{'a': 1}"), "buyer", NOW);
  }
}
