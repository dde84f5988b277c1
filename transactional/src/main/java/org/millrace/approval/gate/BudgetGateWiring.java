package org.millrace.approval.gate;

import java.util.Optional;
import org.millrace.approval.ApprovalPolicy;
import org.millrace.approval.DocumentType;
import org.millrace.budget.Budgets;
import org.millrace.document.Documents;
import org.millrace.ledger.AccountCode;
import org.millrace.outbox.EventHandler;
import org.millrace.purchasing.CostAccount;
import org.millrace.purchasing.OrderChanged;
import org.millrace.purchasing.OrderPlaced;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoicePosted;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which documents are held against the budgets, and what they spend. */
@Configuration(proxyBeanMethods = false)
class BudgetGateWiring {
  @Bean
  EventHandler<OrderPlaced> holdOrdersOverBudget(
      Budgets budgets, Documents<ApprovalPolicy> policies) {
    return new HoldOverBudget<>(
        OrderPlaced.class,
        DocumentType.PURCHASE_ORDER,
        event -> ordered(event.order()),
        budgets,
        policies);
  }

  @Bean
  EventHandler<OrderChanged> holdChangedOrdersOverBudget(
      Budgets budgets, Documents<ApprovalPolicy> policies) {
    return new HoldOverBudget<>(
        OrderChanged.class,
        DocumentType.PURCHASE_ORDER,
        event -> ordered(event.order()),
        budgets,
        policies);
  }

  private static Optional<HoldOverBudget.Spent> ordered(PurchaseOrder order) {
    return Optional.of(
        new HoldOverBudget.Spent(
            new Budgets.Spending(
                PurchaseOrder.KIND.ref(order.number()),
                order.promisedDate(),
                order.lines().stream()
                    .map(
                        line ->
                            new Budgets.Spending.Line(
                                line.item(),
                                line.dimensions(),
                                line.netAmount(),
                                line.account()
                                    .filter(named -> !named.equals(CostAccount.EXPENSES))
                                    .map(named -> new AccountCode(named.value()))))
                    .toList()),
            order.netAmount()));
  }

  @Bean
  EventHandler<SupplierInvoicePosted> holdBillsOverBudget(
      Budgets budgets, Documents<ApprovalPolicy> policies) {
    return new HoldOverBudget<>(
        SupplierInvoicePosted.class,
        DocumentType.SUPPLIER_INVOICE,
        event -> billed(event.invoice()),
        budgets,
        policies);
  }

  /** What takes a bill back spends nothing. */
  private static Optional<HoldOverBudget.Spent> billed(SupplierInvoice invoice) {
    return invoice.reverses().isPresent()
        ? Optional.empty()
        : Optional.of(
            new HoldOverBudget.Spent(
                new Budgets.Spending(
                    SupplierInvoice.KIND.ref(invoice.number()),
                    invoice.invoiceDate(),
                    invoice.lines().stream()
                        .map(
                            line ->
                                new Budgets.Spending.Line(
                                    line.item(),
                                    line.dimensions(),
                                    line.netAmount(),
                                    Optional.empty()))
                        .toList()),
                invoice.grossAmount()));
  }
}
