package org.millrace.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.client.CoreAnswer;
import org.millrace.client.CoreClient;
import org.millrace.client.CoreCommand;
import org.millrace.client.CoreLogin;
import org.millrace.client.CorePatience;

/**
 * Many clients mix all acts on the same ten items while the core and PostgreSQL are killed in turn:
 * every act that was acknowledged is there once, and the books hold. {@code -Dkills=20} kills more
 * often.
 */
@Tag("slow")
class ClientsAndKillsTest {
  private static final int CLIENTS = 32;
  private static final int ITEMS = 10;
  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final Duration BETWEEN = Duration.ofSeconds(4);
  private static final String HOME = "/api/companies/CROWD";

  @TempDir private Path folder;
  private final Map<String, AtomicInteger> made = new ConcurrentHashMap<>();
  private final Map<String, BigDecimal> sums = new ConcurrentHashMap<>();
  private final Map<String, String> numbers = new ConcurrentHashMap<>();
  private final Map<String, List<String>> documents = new ConcurrentHashMap<>();
  private final AtomicInteger keys = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();
  private CoreClient client;

  @Test
  void everyAcknowledgedActIsThereOnceAndTheBooksHold() throws Exception {
    try (TestingInstance instance = new TestingInstance(folder)) {
      client = client(instance);
      open();
      ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Random random = new Random(i);
        running.add(clients.submit(() -> act(random)));
      }
      for (int kill = 0; kill < KILLS; kill++) {
        LockSupport.parkNanos(BETWEEN.toNanos());
        if (kill % 2 == 0) {
          instance.killCore();
        } else {
          instance.killPostgres();
        }
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
      over.set(true);
      for (Future<?> future : running) {
        future.get(5, TimeUnit.MINUTES);
      }
      clients.shutdown();
      requireAll(instance);
    }
  }

  private void requireAll(TestingInstance instance) {
    assertThat(made).containsKeys("sales.invoice", "purchasing.receipt", "stock.transfer");
    System.out.printf("%d kills; made by %d clients: %s%n", KILLS, CLIENTS, made);
    made.forEach(
        (table, count) ->
            assertThat(instance.value("select count(*) from " + table + " where company = 'CROWD'"))
                .as(table)
                .isEqualTo(count.toString()));
    sums.forEach(
        (query, sum) ->
            assertThat(new BigDecimal(instance.value(query))).as(query).isEqualByComparingTo(sum));
    assertThat(instance.value("select count(*) from stock.balance where on_hand < 0"))
        .isEqualTo("0");
    JsonNode checks = client.ask(HOME + "/ledger/checks").json().path("rows");
    assertThat(checks).hasSizeGreaterThan(8);
    assertThat(checks)
        .allSatisfy(check -> assertThat(check.path("holds").asBoolean()).as("" + check).isTrue());
  }

  private void open() {
    must("/api/companies", "{'code':'CROWD','name':'Crowd','currency':'EUR'}");
    must(
        HOME + "/parties",
        "{'code':'P','name':'Both','roles':['customer','supplier'],'country':'Italy'}");
    must(HOME + "/stock/locations", "{'code':'SIDE','name':'Side'}");
    for (int i = 0; i < ITEMS; i++) {
      must(HOME + "/items", "{'code':'I%d','name':'Item %d'}".formatted(i, i));
      must(
          HOME + "/stock/movements",
          "{'lines':[{'item':'I%d','quantity':50,'unitCost':3.333}]}".formatted(i));
    }
  }

  private void must(String path, String body) {
    CoreAnswer answer = client.send(CoreCommand.post(path, key(), json(body)));
    assertThat(answer.isDone()).as(answer.body()).isTrue();
  }

  private void act(Random random) {
    while (!over.get()) {
      int pieces = 1 + random.nextInt(5);
      String price = BigDecimal.valueOf(1 + random.nextInt(999), 2).toPlainString();
      String item = "I" + random.nextInt(ITEMS);
      String lines =
          "'lines':[{'item':'%s','quantity':%d,'unitPrice':%s}]}".formatted(item, pieces, price);
      String byLine = "{'lines':[{'line':1,'quantity':%d}]}".formatted(pieces);
      switch (random.nextInt(11)) {
        case 0, 1 ->
            make("purchasing.purchase_order", "/purchasing/orders", "{'supplier':'P'," + lines);
        case 2 -> received(random, pieces, byLine);
        case 3 -> billed(random);
        case 4 -> paid(random, "/purchasing/invoices", "purchasing.supplier_payment", price);
        case 5 -> make("sales.sales_order", "/sales/orders", "{'customer':'P'," + lines);
        case 6 -> change(random, "/sales/orders", "/deliveries", byLine);
        case 7 -> change(random, "/sales/orders", "/invoices", "{}");
        case 8 -> make("sales.invoice", "/sales/invoices", "{'customer':'P'," + lines);
        case 9 -> paid(random, "/sales/invoices", "sales.payment", price);
        default -> moved(item, pieces);
      }
    }
  }

  private void received(Random random, int pieces, String byLine) {
    if (change(random, "/purchasing/orders", "/receipts", byLine).isDone()) {
      count("purchasing.receipt");
      add(
          "select sum(quantity) from purchasing.receipt_line where company = 'CROWD'",
          BigDecimal.valueOf(pieces));
    }
  }

  private void billed(Random random) {
    String list = "/purchasing/orders";
    String number = any(random, list);
    JsonNode order = client.ask(HOME + list + "/" + number).json();
    JsonNode line = order.path("lines").path(0);
    String body =
        "{'lines':[{'line':1,'quantity':%s,'unitPrice':%s}]}"
            .formatted(
                line.path("receivedQuantity").asText("1"), line.path("unitPrice").asText("1"));
    CoreAnswer answer = change(list, number, "/invoices", body);
    if (answer.isDone()) {
      made(answer, "purchasing.supplier_invoice", "/purchasing/invoices");
    }
  }

  private void paid(Random random, String list, String table, String price) {
    if (change(random, list, "/payments", "{'amount':%s}".formatted(price)).isDone()) {
      count(table);
      add("select sum(amount) from " + table + " where company = 'CROWD'", new BigDecimal(price));
    }
  }

  private void moved(String item, int pieces) {
    String line = "'lines':[{'item':'%s','quantity':%d}]}".formatted(item, pieces);
    CoreAnswer drafted =
        make(
            "stock.transfer",
            "/stock/transfers",
            "{'fromLocation':'MAIN','toLocation':'SIDE'," + line);
    if (drafted.isDone()) {
      change("/stock/transfers", drafted.json().path("number").asText(), "/post", "{}");
    }
  }

  private CoreAnswer make(String table, String list, String body) {
    CoreAnswer answer = client.send(CoreCommand.post(HOME + list, key(), json(body)));
    if (answer.isDone()) {
      made(answer, table, list);
    } else {
      assertThat(answer.status()).as(answer.body()).isLessThan(500);
    }
    return answer;
  }

  private void made(CoreAnswer answer, String table, String list) {
    String number = answer.json().path("number").asText();
    assertThat(numbers.put(table + number, table)).as("%s twice: %s", number, answer).isNull();
    documents
        .computeIfAbsent(list, l -> new java.util.concurrent.CopyOnWriteArrayList<>())
        .add(number);
    count(table);
  }

  private CoreAnswer change(Random random, String list, String act, String body) {
    CoreAnswer answer = change(list, any(random, list), act, body);
    if (answer.isDone() && list.equals("/sales/orders") && act.equals("/invoices")) {
      made(answer, "sales.invoice", "/sales/invoices");
    }
    return answer;
  }

  /** Decided on the present version: who comes too late is refused. */
  private CoreAnswer change(String list, String number, String act, String body) {
    String path = HOME + list + "/" + number;
    OptionalLong version = OptionalLong.of(client.ask(path).json().path("version").asLong(1));
    CoreAnswer answer =
        client.send(CoreCommand.of("POST", path + act, key(), json(body)).onVersion(version));
    assertThat(answer.status()).as(answer.body()).isLessThan(500);
    return answer;
  }

  private String any(Random random, String list) {
    List<String> all = documents.getOrDefault(list, List.of());
    return all.isEmpty() ? "NONE" : all.get(Math.max(0, all.size() - 1 - random.nextInt(20)));
  }

  private void count(String table) {
    made.computeIfAbsent(table, t -> new AtomicInteger()).incrementAndGet();
  }

  private void add(String query, BigDecimal more) {
    sums.merge(query, more, BigDecimal::add);
  }

  private String key() {
    return "crowd-" + keys.incrementAndGet();
  }

  private static byte[] json(String body) {
    return body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private static CoreClient client(TestingInstance instance) throws IOException {
    Path secret = instance.secrets().resolve("operator.password");
    CoreLogin operator = new CoreLogin("operator", Files.readString(secret).strip());
    CorePatience patience = new CorePatience(Duration.ofSeconds(60), 40, Duration.ofMillis(50));
    return new CoreClient(URI.create(instance.coreUrl()), operator, patience).loggedIn();
  }
}
