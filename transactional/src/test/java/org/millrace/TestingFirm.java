package org.millrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.millrace.json.Json;
import org.millrace.paper.mail.TestingMails;
import org.millrace.sales.TestingSelling;
import org.millrace.shared.CompanyCode;
import org.millrace.sourcing.TestingSourcing;
import tools.jackson.databind.JsonNode;

/** A firm that does everything once, so that there are documents of every kind in every state. */
public final class TestingFirm {
  private final TestingCore core = TestingCore.running();
  private final CompanyCode company = core.newCompany("EUR", "false");

  private static final class Once {
    static final TestingFirm DONE = new TestingFirm();
  }

  private TestingFirm() {
    registerAll();
    mergeParties();
    price();
    TestingDimensions.keep(this::act, this::change);
    tax();
    buyAndMake();
    new TestingSourcing(this::act, this::act).everything();
    quote();
    sellAndServe();
    receiveLate();
    moveAndCount();
    campaign();
    keepAssets();
    bank();
    settle();
    plan();
    closeTheBooks();
    approve();
  }

  private static final String SHOP =
      """
      {'name':'Shop AG','roles':['customer'],'country':'Germany','legalName':'Shop AG & Co',
       'language':'en','customerGroup':'DEALERS','phone':'089 123456','email':'a@shop.example',
       'webSite':'shop.example','paymentReference':'KD-1','creditLimit':1000000,
       'terms':{'days':30,'dueFrom':'invoice-date','discountDays':10,'discountPercent':2.5},
       'addresses':[{'kinds':['billing','registered'],'street':'Tal 1','city':'Ulm','country':'DE'},
         {'kinds':['delivery'],'postalCode':'80336','province':'Bayern','country':'DE'}],
       'contacts':[{'name':'Maria','function':'Buyer','phone':'089 123457'}],
       'taxNumbers':[{'kind':'eu-vat','number':'DE136695976'}],
       'bankAccounts':[{'iban':'DE89370400440532013000','bic':'COBADEFF','holder':'Shop AG'},
         {'accountNumber':'6222021001116245702','bank':'ICBC','currency':'CNY'}]}
      """;

  /** The firm, which does everything when it is asked for first. */
  public static TestingFirm once() {
    return Once.DONE;
  }

  /** Its company. */
  public CompanyCode company() {
    return company;
  }

  private void registerAll() {
    core.send(
            "PUT",
            "/api/companies/" + company,
            "{\"earliestBusinessDate\": \"2000-01-01\"}",
            Map.of("If-Match", "\"1\""))
        .expecting(200);
    act("parties", "{'code':'S','name':'Tubes','roles':['supplier'],'country':'Italy'}");
    act("parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'Germany'}");
    change("parties/C", SHOP);
    act("items", "{'code':'WHEEL','name':'Wheel'}");
    act("items", "{'code':'BELL','name':'Bell'}");
    act(
        "items",
        "{'code':'BIKE','name':'Bike','materials':["
            + "{'item':'WHEEL','quantity':2,'scrapPercent':5}]}");
    change(
        "items/BIKE",
        "{'name':'City bike','unit':'pcs','revision':'B',"
            + "'purchaseUnit':'box','salesUnit':'box','units':[{'unit':'box','factor':4},"
            + "{'unit':'tenth','factor':1,'per':10}],'barcodes':[{'gtin':'4006381333931'},"
            + "{'gtin':'14006381333938','unit':'box'}],'materials':["
            + "{'item':'WHEEL','quantity':2,'scrapPercent':5}]}");
  }

  /** One is merged and not so after all, another one turns out to be somebody else. */
  private void mergeParties() {
    act(
        "parties",
        "{'code':'C2','name':'Shop A.G.','roles':['customer'],'country':'Germany',"
            + "'contacts':[{'name':'Otto'}]}");
    String merge = "party/merges/" + number(act("party/merges", "{'party':'C2','survivor':'C'}"));
    change(merge, "{'takes':[{'field':'contacts','value':'Otto'}]}");
    act(merge + "/merge", "{}", 2);
    act(merge + "/unmerge", "{}", 3);
    String other = number(act("party/merges", "{'party':'C2','survivor':'S'}"));
    act("party/merges/" + other + "/reject", "{}", 1);
  }

  private void price() {
    String rules =
        "'rules':[{'item':'BELL','unitPrice':8},"
            + "{'item':'BELL','fromQuantity':100,'validFrom':'2026-01-01','validTo':'2099-12-31',"
            + "'unitPrice':7.5,'discountPercent':2.5}]}";
    act("price/lists", "{'code':'ALL','name':'All','currency':'EUR'," + rules);
    change("price/lists/ALL", "{'name':'Everybody','validFrom':'2020-01-01'," + rules);
    String party =
        "{'code':'S','name':'Of S','side':'purchase','party':'S','validTo':'2099-12-31',";
    act("price/lists", party + rules);
  }

  private void tax() {
    String rates = "'rates':[{'validFrom':'2011-01-04','rate':20}%s]}";
    String code = "'name':'VAT 20 %','category':'standard','taxPoint':'invoice',";
    act("tax/codes", "{'code':'VAT20'," + code + rates.formatted(""));
    String more = rates.formatted(",{'validFrom':'2099-01-01','rate':21}");
    change("tax/codes/VAT20", "{" + code + "'deductiblePercent':100," + more);
    put("tax/settings", "{'rounding':'line'}");
    String rule =
        "'name':'Exempt there','side':'output','rank':20,'countries':[{'country':'NZ'}],"
            + "'region':'SOUTH','taxNumber':'present','itemGroup':'NONE','item':'BELL',"
            + "'validFrom':'2020-01-01','validUntil':'2030-12-31','taxCode':'VAT20'}";
    act("tax/rules", "{'code':'NZ'," + rule);
    change("tax/rules/NZ", "{" + rule);
  }

  private void settle() {
    act(
        "currency/rates",
        "{'fromCurrency':'USD','toCurrency':'EUR','validFrom':'2020-01-01','rate':'0.9'}");
    act("items", "{'code':'HOUR','name':'Hour of work','kind':'service'}");
    String invoice =
        number(
            act(
                "sales/invoices",
                "{'customer':'C','lines':[{'item':'HOUR','quantity':1,'unitPrice':90}]}"));
    String item = "{'kind':'invoice','number':'" + invoice + "','amount':40}";
    String paying = "{'direction':'in','party':'C','amount':100,'items':[%s]}";
    String paid = number(act("settlement/payments", paying.formatted(item)));
    String dollars = "{'direction':'in','party':'C','amount':100,'currency':'USD'}";
    String wrong = number(act("settlement/payments", dollars));
    act("settlement/payments/" + wrong + "/reverse", "{'reason':'Of another firm'}", 1);
    String items =
        "{'items':[{'kind':'invoice','number':'%s'},{'kind':'payment','number':'%s'}]}"
            .formatted(invoice, paid);
    String setOff = number(act("settlement/allocations", items));
    act("settlement/allocations/" + setOff + "/reverse", "{'reason':'Not agreed'}", 1);
    act(
        "sales/invoices",
        "{'customer':'C','currency':'USD','rate':'1/1.10',"
            + "'lines':[{'item':'HOUR','quantity':1,'unitPrice':110}]}");
    act(
        "sales/invoices/credit-notes",
        "{'customer':'C','lines':[{'item':'HOUR','quantity':1,'unitPrice':9}]}");
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    act("currency/revaluations", "{'date':'" + today + "'}");
    String taken =
        "{'side':'receivables','party':'C','sourceNumber':'R-%s','itemDate':'2025-12-01',"
            + "'amount':25}";
    String balances =
        "{'date':'2025-12-31','reference':'Trial balance %s','lines':["
            + "{'account':'1000','debit':90,'originalCurrency':'USD','originalAmount':100},"
            + "{'account':'3000','credit':50,'dimensions':'PROJECT=P7'}]}";
    act("ledger/openings", balances.formatted(1));
    String mistaken = number(act("ledger/openings", balances.formatted(2)));
    act("ledger/openings/" + mistaken + "/reverse", "{'reason':'Counted twice'}", 1);
    act("settlement/opening-items", taken.formatted(1));
    String twice = number(act("settlement/opening-items", taken.formatted(2)));
    act("settlement/opening-items/" + twice + "/reverse", "{'reason':'Is paid'}", 1);
    new TestingReceivables(this).doAll(invoice);
  }

  private void keepAssets() {
    String press =
        number(
            act(
                "asset/assets",
                "{'name':'Press','cost':1200,'life':24,'acquiredOn':'2026-01-10',"
                    + "'books':[{'name':'tax','life':2,'lifeUnit':'years','yearEnd':'06-30'}]}"));
    act("asset/assets/" + press + "/capitalise", "{'amount':100,'date':'2026-03-01'}", 1);
    act("asset/assets", "{'name':'Van','cost':9000,'life':36,'acquiredOn':'2026-02-10'}");
    String cart =
        number(act("asset/assets", "{'name':'Cart','cost':90,'life':9,'acquiredOn':'2026-02-10'}"));
    act("asset/assets/" + cart + "/dispose", "{'price':95,'date':'2026-02-20'}", 1);
  }

  private void bank() {
    act("bank/accounts", "{'code':'MAIN','name':'Main','iban':'DE02120300000000202051'}");
    String lines = "'lines':[{'date':'2026-02-03','amount':4.5,'text':'thanks'}]}";
    String first =
        number(
            act(
                "bank/statements",
                "{'statementId':'1','openingBalance':0,'closingBalance':5," + lines));
    String due = "'paymentDate':'2026-02-10'}";
    String owed = "{'side':'payables','party':'S','sourceNumber':'%s','itemDate':'2026-01-05',";
    act("settlement/opening-items", owed.formatted("A 1") + "'amount':40,'date':'2026-01-05'}");
    String run = number(act("bank/payment-runs", "{'account':'MAIN'," + due));
    act("bank/payment-runs/" + run + "/cancel", "{}", 1);
    act("bank/payment-runs", "{'account':'MAIN'," + due);
    act("bank/rules", "{'text':'interest','account':'6700'}");
    String old = number(act("bank/rules", "{'text':'ABO 77','party':'S'}"));
    act("bank/rules/" + old + "/retire", "{}", 1);
    act("bank/statements/" + first + "/correct", "{'lines':[1],'expenseAccount':'6700'}", 1);
    String wrong = number(act("bank/statements", "{'statementId':'2'," + lines));
    act("bank/statements/" + wrong + "/cancel", "{}", 1);
  }

  /** Sets what nobody set before. */
  void set(String path, String body) {
    succeeded("PUT", path, body, Map.of("If-Match", "\"0\""));
  }

  private void buyAndMake() {
    set("purchasing/match-tolerance", "{'quantityPercent':1,'pricePercent':2.5}");
    set(
        "purchasing/scorecard-settings",
        "{'months':12,'onTimeWeight':2,'returnsWeight':1,'priceWeight':1}");
    String wheels = "{'supplier':'S','lines':[{'item':'WHEEL','quantity':20,'unitPrice':12.5}]}";
    String order = "purchasing/orders/" + number(act("purchasing/orders", wheels));
    change(order, wheels);
    String told =
        "{'promisedDate':'2099-01-01','supplierReference':'AB-1','reason':'Strike',"
            + "'lines':[{'line':1,'quantity':15}]}";
    act(order + "/confirmations", told, 2);
    act(order + "/receipts", "{}", 3);
    String lines = "{'lines':[{'line':1,'quantity':20,'unitPrice':12.5}]}";
    String invoice = number(act(order + "/invoices", lines, 4));
    HttpAnswer paid = act("purchasing/invoices/" + invoice + "/payments", "{'amount':250}", 1);
    reverse("purchasing", paid);
    String given = "purchasing/orders/" + number(act("purchasing/orders", wheels));
    act(given + "/receipts", "{}", 1);
    act(given + "/waive-bills", "{'reason':'A gift'}", 2);
    TestingBlockedBills.make(this::act, this::act, wheels);
    String unwanted = number(act("purchasing/orders", wheels));
    String early = number(act("purchasing/orders/" + unwanted + "/invoices", lines, 1));
    act("purchasing/invoices/" + early + "/reverse", "{'reason':'Not ordered'}", 1);
    act("purchasing/orders/" + unwanted + "/cancel", "{'reason':'Not needed'}", 3);
    takeInFiles(wheels.replace("12.5", "12.65"));
    String work = number(act("production/work-orders", "{'item':'BIKE','quantity':5}"));
    change("production/work-orders/" + work, "{'item':'BIKE','quantity':4}");
    String other = number(act("production/work-orders", "{'item':'BIKE','quantity':1}"));
    act("production/work-orders/" + other + "/cancel", "{'reason':'Nobody wants it'}", 1);
    act("production/work-orders/" + work + "/consumptions", "{}", 2);
    act("production/work-orders/" + work + "/costs", "{'kind':'labour','amount':5}", 3);
    act("production/work-orders/" + work + "/completions", "{}", 4);
  }

  private void takeInFiles(String wheels) {
    String order = number(act("purchasing/orders", wheels));
    act("purchasing/orders/" + order + "/receipts", "{}", 1);
    String paid = file(TestingEInvoices.right("T-1", order));
    act("paper/e-invoices/" + paid + "/bill", "{}", 1);
    String twice = file(TestingEInvoices.right("T-2", order));
    act("paper/e-invoices/" + twice + "/reject", "{'reason':'Billed before'}", 1);
    file(TestingEInvoices.wrong("T-3", order));
    file(TestingEInvoices.right("T-4", order));
    String side = "{'name':'F','creditCode':'91110000600037341L'}";
    String fapiao =
        "{'fapiaoNumber':'2631200000001234567%s','issueDate':'2026-03-18','seller':"
            + side
            + ",'buyer':"
            + side
            + ",'netAmount':%s1000,'taxAmount':%2$s130,'grossAmount':%2$s1130%s}";
    String first = number(act("paper/fapiao", fapiao.formatted("1", "", "")));
    act("paper/fapiao/" + first + "/verify", "{'genuine':true,'note':'Looked up'}", 1);
    String second = number(act("paper/fapiao", fapiao.formatted("2", "", "")));
    act("paper/fapiao/" + second + "/verify", "{'genuine':false}", 1);
    act("paper/fapiao", fapiao.formatted("3", "", ""));
    String original = ",'original':'26312000000012345671'";
    act("paper/fapiao", fapiao.formatted("4", "-", original));
  }

  private String file(String content) {
    HttpAnswer answer = TestingEInvoices.send(core, company.value(), "file.xml", content);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return number(answer);
  }

  /** Wheels that were there before all others make the bikes dearer, also those that are sold. */
  private void receiveLate() {
    act(
        "stock/movements",
        "{'lines':[{'item':'WHEEL','quantity':10,'unitCost':99}],"
            + "'occurredAt':'2020-01-01T00:00:00Z'}");
  }

  /** Both are drafted, changed, posted and reversed; a second draft is cancelled. */
  private void moveAndCount() {
    act("item-groups", "{'code':'PARTS','name':'Parts'}");
    change(
        "item-groups/PARTS",
        "{'name':'Bought parts','costingMethod':'fifo','costingLevel':'warehouse'}");
    act("items", "{'code':'BOLT','name':'Bolt'}");
    TestingConsignments.keep(this::act, this::act);
    String brought =
        act("stock/movements", "{'lines':[{'item':'BOLT','quantity':4,'unitCost':20}]}")
            .json()
            .at("/document/number")
            .asString();
    String freight = "{'receipts':['%s'],'amount':8,'by':'quantity'}".formatted(brought);
    String landed = number(act("stock/landed-costs", freight));
    act("stock/landed-costs/" + landed + "/reverse", "{'reason':'Billed twice'}", 1);
    act("stock/cost-changes", "{'item':'BOLT','unitCost':21,'reason':'New price list'}");
    act("stock/locations", "{'code':'SHOP','name':'Shop'}");
    change("stock/locations/SHOP", "{'name':'Shop in town'}");
    String wheels = "'lines':[{'item':'WHEEL','%s':2}]}";
    String moved = wheels.formatted("quantity");
    String transfer = "{'fromLocation':'MAIN','toLocation':'SHOP'," + moved;
    changedPostedAndReversed("stock/transfers", transfer, transfer);
    String found = wheels.formatted("countedQuantity");
    changedPostedAndReversed("stock/counts", "{'location':'MAIN'," + found, "{" + found);
  }

  private void changedPostedAndReversed(String path, String draft, String changed) {
    String one = path + "/" + number(act(path, draft));
    change(one, changed);
    act(one + "/post", "{}", 2);
    act(one + "/reverse", "{'reason':'A mistake'}", 3);
    act(path + "/" + number(act(path, draft)) + "/cancel", "{}", 1);
  }

  private void quote() {
    String offer =
        "{'customer':'C','occurredAt':'2020-01-02T09:00:00Z','validUntil':'2020-01-31',"
            + "'lines':[{'item':'BIKE','quantity':1,'unitPrice':199.99}]}";
    String moment = "'occurredAt':'%sT09:00:00Z'}";
    String taken = "sales/quotations/" + number(act("sales/quotations", offer));
    act(taken + "/accept", "{" + moment.formatted("2020-01-05"), 1);
    String declined = "sales/quotations/" + number(act("sales/quotations", offer));
    act(declined + "/reject", "{'reason':'Too dear'," + moment.formatted("2020-01-05"), 1);
    String silent = "sales/quotations/" + number(act("sales/quotations", offer));
    change(silent, offer.replace("'quantity':1", "'quantity':2"));
    act(silent + "/expire", "{" + moment.formatted("2020-02-01"), 2);
    String mails = "documents/" + silent.replace("quotations", "quotation") + "/mails";
    act("paper/mails/" + number(act(mails, "{'language':'zh'}")) + "/cancel", "{}", 1);
    TestingMails.taken(core, company, () -> act(mails, "{}"));
  }

  private void sellAndServe() {
    String two = "'lines':[{'item':'BIKE','quantity':2,'unitPrice':199.99}]}";
    String bikes = "{'customer':'C','location':'MAIN'," + two;
    String order = "sales/orders/" + number(act("sales/orders", bikes));
    act(order + "/reschedule", "{'requestedDate':'2099-05-20'}", 1);
    act(order + "/promise", "{'promisedDate':'2099-05-21'}", 2);
    act(order + "/deliveries", "{'lines':[]}", 3);
    String invoice = "sales/invoices/" + invoiceOf(act(order + "/invoices", "{}", 4));
    reverse("sales", act(invoice + "/payments", "{'amount':100}", 1));
    act(invoice + "/credit-notes", "{'lines':[{'line':1,'quantity':1}],'replacement':'due'}", 3);
    new TestingSelling(this::act, this::act).everything(two);
    String unwanted = "sales/orders/" + number(act("sales/orders", bikes));
    change(unwanted, bikes.replace("'quantity':2", "'line':1,'quantity':3"));
    act(unwanted + "/cancel", "{}", 2);
    String ticket =
        number(act("service/tickets", "{'customer':'C','subject':'Flat tyre','item':'BIKE'}"));
    change("service/tickets/" + ticket, "{'subject':'Rear tyre flat','item':'BIKE'}");
    act("service/tickets/" + ticket + "/parts", "{'item':'WHEEL'}", 2);
    act("service/tickets/" + ticket + "/close", "{}", 3);
    act("service/tickets/" + ticket + "/reopen", "{'reason':'Flat again'}", 4);
  }

  private void reverse(String domain, HttpAnswer paid) {
    String payment = paid.json().at("/payment/number").asString();
    act(domain + "/payments/" + payment + "/reverse", "{'reason':'Typed twice'}", 1);
  }

  private void campaign() {
    String opportunities = "crm/opportunities";
    String lines = "'lines':[{'item':'BIKE','quantity':4,'unitPrice':199.99}%s]}";
    String outlook = "'subject':'Bikes for the town','expectedCloseDate':'2099-05-01',";
    String two = lines.formatted(",{'item':'WHEEL','quantity':8,'unitPrice':20}");
    String number = number(act(opportunities, "{'customer':'C'," + outlook + two));
    String opportunity = opportunities + "/" + number;
    change(opportunity, "{'owner':'admin'," + outlook + lines.formatted(""));
    act(opportunity + "/stage", "{'stage':'proposal','note':'No wheels'}", 2);
    act(opportunity + "/close", "{'outcome':'lost','lostReason':'Price'}", 3);
    act(
        "crm/campaigns",
        "{'code':'SPRING','name':'Spring','startsOn':'2099-03-01','endsOn':'2099-03-31',"
            + "'items':['BIKE'],'budget':500}");
    act("crm/campaigns/SPRING/start", "{}", 1);
    act("crm/campaigns/SPRING/end", "{}", 2);
  }

  private void plan() {
    put("planning/item-policies/WHEEL", "{'source':'buy','leadDays':10}");
    put("planning/settings", "{'frozenDays':7,'holidays':[{'date':'2099-12-25'}]}");
    put("planning/work-centres/LINE", "{'name':'Line','hoursPerDay':7.5,'daysPerWeek':5}");
    change(
        "planning/routings/BIKE",
        "{'operations':[{'operation':10,'workCentre':'LINE','setupHours':0.5,'hoursPerUnit':2}]}");
    String week = "'item':'BIKE','period':'2099-03-02'";
    put("planning/forecast-overrides", "{" + week + ",'quantity':12,'note':'A fair'}");
    act("planning/forecast-overrides/withdraw", "{" + week + "}");
    String proposal =
        "{'proposal':'%s','item':'%s','source':'%s','quantity':4,'startDate':'2099-03-02',"
            + "'dueDate':'2099-03-06','neededDate':'2099-03-06','pegs':[{'reason':'safety-stock',"
            + "'document':'%2$s','quantity':4}]}";
    act(
        "planning/plans",
        "{'planVersion':'1','asOf':'2099-03-01','proposals':[%s,%s,%s]}"
            .formatted(
                proposal.formatted("P-1", "WHEEL", "buy"),
                proposal.formatted("P-2", "BIKE", "make"),
                proposal.formatted("P-3", "WHEEL", "buy")));
    act("planning/proposals/P-1/approve", "{}");
    act("planning/proposals/P-2/reject", "{'note':'Not this week'}");
    act("planning/proposals/P-2/reopen", "{}");
    act("planning/plans", "{'planVersion':'2','asOf':'2099-03-02','proposals':[]}");
  }

  private void closeTheBooks() {
    act("tax/returns", "{'firstDay':'2020-01-01','lastDay':'2020-01-31'}");
    act(
        "ledger/entries",
        "{'text':'Wages','occurredAt':'2020-01-31T12:00:00Z','lines':["
            + "{'account':'6100','debit':100},{'account':'1000','credit':100}]}");
    act("ledger/closing-lines/2099-12:tax-return/waive", "{'reason':'Filed by quarter'}");
    act("ledger/closing-lines/2099-12:tax-return/withdraw", "{}");
    act("ledger/periods/2020-01/close", "{'waiver':'Done in February'}");
    act("ledger/periods/2020-01/reopen", "{'reason':'A bill came late'}");
  }

  /** An entry that waits is changed and rejected, another one withdrawn: nothing is posted. */
  private void approve() {
    String large = "'fromAmount':5000000,'levels':[{'role':'admin'}]";
    String policy = "'name':'Large entries','deadlineDays':%d,'active':true," + large + "}";
    act(
        "approval/policies",
        "{'code':'JE','documentType':'journal-entry','name':'Large'," + large + "}");
    change("approval/policies/JE", "{" + policy.formatted(5));
    String entry =
        "{'text':'Land','lines':[{'account':'6100','debit':%d},{'account':'1000','credit':%1$d}]}";
    TestingCore accountant = core.as("accountant");
    String path = "/api/companies/" + company + "/ledger/entries";
    String body = entry.formatted(6_000_000).replace('\'', '"');
    String one = "approval/requests/" + number(accountant.post(path, body).expecting(202));
    accountant
        .send(
            "PUT",
            "/api/companies/" + company + "/" + one,
            Json.mapper().writeValueAsString(Map.of("body", body.replace("Land", "House"))),
            Map.of("If-Match", "\"1\""))
        .expecting(200);
    act(one + "/reject", "{'note':'Not this year'}", 2);
    String two = "approval/requests/" + number(accountant.post(path, body).expecting(202));
    accountant
        .post(
            "/api/companies/" + company + "/" + two + "/withdraw",
            "{}",
            Map.of("If-Match", "\"1\""))
        .expecting(200);
    String days = "'firstDay':'2099-03-02','lastDay':'2099-03-13'}";
    String delegation =
        number(act("approval/delegations", "{'toUser':'accountant','note':'Leave'," + days));
    act("approval/delegations/" + delegation + "/end", "{}", 1);
  }

  HttpAnswer act(String path, String body) {
    return succeeded("POST", path, body, Map.of());
  }

  HttpAnswer act(String path, String body, int version) {
    return succeeded("POST", path, body, Map.of("If-Match", "\"" + version + "\""));
  }

  void change(String path, String body) {
    succeeded("PUT", path, body, Map.of("If-Match", "\"1\""));
  }

  private void put(String path, String body) {
    succeeded("PUT", path, body, Map.of());
  }

  HttpAnswer succeeded(String method, String path, String body, Map<String, String> headers) {
    String address = "/api/companies/" + company + "/" + path;
    HttpAnswer answer = core.send(method, address, body.replace('\'', '"'), headers);
    assertThat(answer.status()).as(method + " " + path + ": " + answer.body()).isLessThan(300);
    return answer;
  }

  static String number(HttpAnswer answer) {
    return answer.json().get("number").asString();
  }

  private static String invoiceOf(HttpAnswer answer) {
    JsonNode json = answer.json();
    return json.has("number")
        ? json.get("number").asString()
        : json.get("invoice").get("number").asString();
  }
}
