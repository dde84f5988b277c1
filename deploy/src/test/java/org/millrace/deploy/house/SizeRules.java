package org.millrace.deploy.house;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.deploy.house.SourceTree.SourceFile;

/** Caps on files, lines, methods, parameters and packages. */
final class SizeRules {

  static final int FILE_LINES = 500;
  static final int METHOD_LINES = 70;
  static final int PARAMETERS = 6;
  static final int RECORD_COMPONENTS = 8;
  static final int PACKAGE_FILES = 20;
  static final int COLUMNS = 100;
  static final int LOAD_SQL_LINES = 150;

  /**
   * Records whose fields somebody outside reads or writes by name: documents and their lines,
   * bodies of requests, rows of lists and files, settings. One that got smaller leaves the list.
   */
  private static final Set<String> SHAPES =
      Set.of(
          "approval.ApprovalPolicy",
          "approval.ApprovalRequest",
          "approval.policy.PoliciesHttp.NewPolicy",
          "approval.request.WaitingHttp.Waiting",
          "asset.Asset",
          "asset.AssetBook",
          "asset.AssetChange",
          "asset.register.AskedAssets.Acquiring",
          "asset.register.AskedAssets.AcquiringBook",
          "bank.BankAccount",
          "bank.BankBooking",
          "bank.BankStatement",
          "bank.BankStatement.Line",
          "bank.booking.Proposal",
          "bank.account.AccountsHttp.NewAccount",
          "bank.run.PaymentRun.Line",
          "bank.statement.NewStatement",
          "bank.statement.NewStatement.NewLine",
          "budget.use.BudgetUse",
          "chain.recall.LotTrace",
          "cash.forecast.CashFlow",
          "cash.forecast.CashForecast",
          "cash.forecast.CashForecast.Line",
          "cash.forecast.CashOutcome",
          "cash.forecast.CashWeek",
          "cash.planned.PlannedCash",
          "credit.check.CreditCheck",
          "crm.Opportunity",
          "dashboards.cockpit.figure.Companies.Company",
          "dashboards.definition.Chart.Field",
          "dashboards.page.Page",
          "dashboards.page.Page.Shown",
          "einvoice.Amounts.Totals",
          "einvoice.arithmetic.Figures.Totals",
          "exchange.event.CompanyEvents.Told",
          "exchange.history.Control.Line",
          "exchange.history.Finished",
          "exchange.history.PostedPieces.Posted",
          "exchange.reject.Rejects.Reject",
          "ledger.JournalEntryPosted",
          "ledger.JournalEntryPosted.Line",
          "ledger.Opening",
          "ledger.exposure.Exposure",
          "ledger.dimension.DimensionTotal",
          "ledger.entry.Entry",
          "ledger.openitem.OpenItems.Balance",
          "ledger.period.ClosingLine",
          "ledger.period.ClosingLinesHttp.Shown",
          "ledger.period.FiscalYearsHttp.Shown",
          "ledger.period.ListedFiscalYear",
          "ledger.unbilled.UnbilledGoods",
          "paper.EInvoice",
          "paper.EInvoice.Line",
          "paper.Fapiao",
          "paper.Mail",
          "item.Item",
          "item.catalog.ItemsHttp.Change",
          "item.catalog.ItemsHttp.NewItem",
          "party.Party",
          "party.register.PartiesHttp.Change",
          "party.register.PartiesHttp.NewParty",
          "price.PriceList",
          "price.list.PriceListsHttp.NewPriceList",
          "price.quote.QuotesHttp.Answer",
          "planning.ItemPolicy",
          "planning.Proposal",
          "planning.proposal.NewPlan.Proposed",
          "planning.verbs.PolicySetting",
          "production.WorkOrder",
          "production.workorder.WorkOrdersHttp.Releasing",
          "purchasing.consignment.ConsignedGoods",
          "purchasing.consignment.Consignment",
          "purchasing.consignment.Consignment.Line",
          "purchasing.receipt.ReceivedGoods",
          "purchasing.PurchaseOrder",
          "purchasing.PurchaseOrder.Line",
          "purchasing.SupplierInvoice",
          "purchasing.confirmation.OverdueReceipt",
          "purchasing.history.LeadTime",
          "purchasing.history.PurchasePrice",
          "purchasing.history.SupplierLeadTime",
          "purchasing.history.SupplierScore",
          "sourcing.requisition.ItemToReorder",
          "purchasing.SupplierInvoice.Line",
          "purchasing.blocked.BlockedBill",
          "purchasing.blocked.BlockedBill.Difference",
          "purchasing.blocked.BlockedBillsHttp.Holding",
          "purchasing.invoice.BillsHttp.DirectPosting",
          "purchasing.invoice.BillsHttp.Posting",
          "stock.count.Count.Line",
          "stock.cost.LandedCostsHttp.Landing",
          "purchasing.payment.SupplierPayment",
          "sales.Invoice",
          "sales.Invoice.Header",
          "sales.Invoice.Line",
          "sales.NewInvoice",
          "sales.SalesOrder",
          "sales.SalesOrder.Line",
          "sales.counter.CounterSale",
          "sales.invoice.InvoicesHttp.DirectSale",
          "sales.order.OrdersHttp.OrderAsked",
          "sales.order.PlaceOrder.Changed",
          "sales.payment.Payment",
          "sales.rebate.RebateAgreement",
          "sales.rebate.RebateDocument",
          "sales.rebate.RebatesHttp.Drafting",
          "sales.returns.GoodsReturn",
          "sales.shipment.DispatchJdbc.Row",
          "sales.shipment.Shipment",
          "sales.quotation.LineDifference",
          "sales.returns.GoodsReturn.Line",
          "sales.quotation.Quotation",
          "sales.quotation.Quotation.Line",
          "service.Ticket",
          "settings.CoreSettings",
          "supply.promise.Promise",
          "sourcing.RequestForQuotation",
          "sourcing.Requisition",
          "sourcing.request.ComparedOffer",
          "stock.GoodsMoved.Line",
          "stock.cost.LandedCost",
          "stock.count.Count",
          "stock.movement.StockPagesJdbc.Row",
          "stock.transfer.Transfer",
          "settlement.ageing.AgedItem",
          "settlement.ageing.Ageing",
          "settlement.behaviour.PaymentBehaviour",
          "settlement.dispute.Dispute",
          "settlement.reminder.Reminder",
          "settlement.statement.AccountStatement",
          "settlement.reminder.ReminderRun.Line",
          "settlement.Allocation",
          "settlement.OpenItem",
          "settlement.OpeningItem",
          "settlement.PartyPayment",
          "settlement.PartyPayment.Line",
          "settlement.Revaluation.Line",
          "settlement.opening.OpeningItemsHttp.TakingOver",
          "settlement.payment.PaymentsHttp.Paying",
          "tax.TaxShare",
          "tax.determination.TaxRule",
          "tax.determination.TaxRulesHttp.Change",
          "tax.determination.TaxRulesHttp.NewTaxRule",
          "tax.filing.TaxReturn",
          "tax.register.EntriesHttp.Row");

  private static final Map<SourceFile, Parsed> PARSED = new ConcurrentHashMap<>();

  private SizeRules() {}

  static List<String> longFiles(SourceTree tree) {
    return tree.files().stream()
        .filter(file -> file.path().matches(".*\\.(java|js|mjs|css|sh|sql)"))
        .filter(file -> file.lines().size() > FILE_LINES)
        .map(file -> file.path() + " has " + file.lines().size() + " lines")
        .toList();
  }

  static List<String> wideLines(SourceTree tree) {
    return tree.java()
        .flatMap(
            file ->
                file.lines().stream()
                    .filter(line -> line.codePointCount(0, line.length()) > COLUMNS)
                    .filter(line -> !line.startsWith("import "))
                    .map(line -> file.path() + ": " + line.strip()))
        .toList();
  }

  static List<String> longLoads(SourceTree tree) {
    return tree.files().stream()
        .filter(file -> file.path().endsWith("/load.sql"))
        .filter(file -> file.lines().size() > LOAD_SQL_LINES)
        .map(SourceFile::path)
        .toList();
  }

  static List<String> crowdedPackages(SourceTree tree) {
    Map<String, Long> counts =
        tree.java()
            .filter(file -> !file.path().endsWith("package-info.java"))
            .collect(Collectors.groupingBy(SourceFile::folder, Collectors.counting()));
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > PACKAGE_FILES)
        .map(entry -> entry.getKey() + " holds " + entry.getValue() + " files")
        .sorted()
        .toList();
  }

  static List<String> longMethods(SourceTree tree) {
    return methods(tree, method -> method.lines() > METHOD_LINES);
  }

  static List<String> manyParameters(SourceTree tree) {
    return methods(tree, method -> method.parameters() > PARAMETERS);
  }

  static List<String> booleanParameters(SourceTree tree) {
    return methods(
        new SourceTree(tree.java().filter(file -> !file.isTest()).toList()), Method::takesFlag);
  }

  /** Wide records beside the shapes, and shapes of the list that are none any more. */
  static List<String> wideRecords(SourceTree tree) {
    Set<String> wide =
        tree.java()
            .filter(file -> !file.isTest())
            .flatMap(file -> parsed(file).wideRecords().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Stream<String> stray =
        wide.stream()
            .filter(name -> !SHAPES.contains(name))
            .map(name -> name + " has more than " + RECORD_COMPONENTS + " components");
    Stream<String> gone =
        SHAPES.stream()
            .filter(name -> !wide.contains(name))
            .map(name -> name + " is no wide record any more: take it off the list");
    return Stream.concat(stray, gone).toList();
  }

  private static List<String> methods(SourceTree tree, Predicate<Method> isBreaking) {
    return tree.java()
        .flatMap(
            file ->
                parsed(file).methods().stream()
                    .filter(isBreaking)
                    .map(method -> file.path() + " " + method.name()))
        .toList();
  }

  /** What the rules ask of a method or constructor. */
  private record Method(String name, int lines, int parameters, boolean takesFlag) {
    static Method of(CallableDeclaration<?> method) {
      return new Method(
          method.getNameAsString(),
          method.getRange().map(range -> range.end.line - range.begin.line + 1).orElse(0),
          method.getParameters().size(),
          !method.isPrivate()
              && method.isMethodDeclaration()
              && method.getAnnotationByName("Override").isEmpty()
              && !method.getNameAsString().startsWith("require") // takes a condition
              && method.getParameters().stream()
                  .anyMatch(parameter -> parameter.getTypeAsString().equals("boolean")));
    }
  }

  /** What the rules ask of a file, which is parsed once for all of them. */
  private record Parsed(List<Method> methods, List<String> wideRecords) {
    static Parsed of(SourceFile file) {
      CompilationUnit unit =
          new JavaParser(
                  new ParserConfiguration()
                      .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17))
              .parse(file.text())
              .getResult()
              .orElseThrow(() -> new IllegalStateException("Cannot parse " + file.path()));
      return new Parsed(
          unit.findAll(CallableDeclaration.class).stream()
              .map(found -> Method.of((CallableDeclaration<?>) found))
              .toList(),
          unit.findAll(RecordDeclaration.class).stream()
              .filter(found -> found.getParameters().size() > RECORD_COMPONENTS)
              .map(found -> found.getFullyQualifiedName().orElseThrow())
              .map(name -> name.replaceFirst("^org\\.millrace\\.", ""))
              .toList());
    }
  }

  private static Parsed parsed(SourceFile file) {
    return PARSED.computeIfAbsent(file, Parsed::of);
  }
}
