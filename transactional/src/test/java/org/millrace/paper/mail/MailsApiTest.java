package org.millrace.paper.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.json.Json;
import org.millrace.paper.print.PrintDocuments;
import org.millrace.paper.sent.SendEInvoice;
import org.millrace.party.Companies;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import tools.jackson.databind.JsonNode;

/** The whole way of a mail: from the command over real SMTP to the message that is received. */
class MailsApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestingCore core = TestingCore.running();
  private CompanyCode company;
  private String base;
  private String invoice;

  @BeforeEach
  void sellSomething() {
    company = core.newCompany("EUR", "true");
    base = "/api/companies/" + company;
    post("/items", "{'code':'WHEEL','name':'Wheel'}");
    post(
        "/tax/codes",
        "{'code':'V19','name':'V','category':'standard',"
            + "'rates':[{'validFrom':'2007-01-01','rate':19}]}");
    post(
        "/parties",
        "{'code':'US','name':'Bikes','roles':['company'],'country':'Germany',"
            + "'email':'books@bikes.example','addresses':[{'kinds':['registered'],'street':'Weg 1',"
            + "'city':'Berlin','postalCode':'10115','country':'DE'}],"
            + "'taxNumbers':[{'kind':'eu-vat','number':'DE136695976'}]}");
    post(
        "/parties",
        "{'code':'C','name':'上海自行车有限公司','roles':['customer'],'country':'China',"
            + "'language':'zh','email':'caigou@kehu.example',"
            + "'addresses':[{'kinds':['billing'],'street':'Tal 1','city':'Ulm',"
            + "'postalCode':'89073','country':'DE'}]}");
    invoice =
        post(
                "/sales/invoices",
                "{'customer':'C','location':'MAIN','lines':"
                    + "[{'item':'WHEEL','quantity':2,'unitPrice':10,'taxCode':'V19'}]}")
            .json()
            .at("/number")
            .asString();
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + path, body.replace('\'', '"')).expecting(201);
  }

  private HttpAnswer send(String body) {
    return core.post(
        base + "/documents/sales/invoice/" + invoice + "/mails", body.replace('\'', '"'));
  }

  private JsonNode mail(String number) {
    return core.get(base + "/paper/mails/" + number).expecting(200).json();
  }

  private static HttpAnswer act(TestingCore core, String path, JsonNode mail) {
    return core.post(path, "{}", Map.of("If-Match", "\"" + mail.get("version").asLong() + "\""));
  }

  private JsonNode awaited(String number, String status) {
    Instant end = Instant.now().plus(PATIENCE);
    JsonNode mail = mail(number);
    while (!mail.get("status").asString().equals(status) && Instant.now().isBefore(end)) {
      mail = mail(number);
    }
    assertThat(mail.get("status").asString()).as(mail.toString()).isEqualTo(status);
    return mail;
  }

  private byte[] bytes(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(core.address().resolve(base + path))
                .header("Authorization", "Bearer " + core.token())
                .build(),
            HttpResponse.BodyHandlers.ofByteArray())
        .body();
  }

  @Test
  void isTakenByARealMailServerWithChineseWordsAndTheSameBytes() throws Exception {
    GreenMail greenMail =
        new GreenMail(new ServerSetup(TestingCore.mailPort(), "127.0.0.1", "smtp"));
    JsonNode before = send("{}").expecting(201).json();
    String number = before.get("number").asString();
    assertThat(before.get("status").asString()).isEqualTo("queued");
    assertThat(before.get("queuedBy").asString()).isEqualTo("admin");
    greenMail.start();
    try {
      JsonNode waiting = mail(number);
      if (waiting.get("status").asString().equals("queued")) {
        act(core, base + "/paper/mails/" + number + "/retry", waiting);
      }
      assertThat(greenMail.waitForIncomingEmail(PATIENCE.toMillis(), 1)).isTrue();
      JsonNode sent = awaited(number, "sent");
      assertThat(sent.at("/delivery/answer").asString()).startsWith("250");
      MimeMessage message = received(greenMail, sent.at("/letter/messageId").asString());
      assertThat(message.getSubject()).isEqualTo("发票 " + invoice + " - Company " + company);
      assertThat(message.getAllRecipients())
          .containsExactly(new InternetAddress("caigou@kehu.example"));
      InternetAddress from = (InternetAddress) message.getFrom()[0];
      assertThat(from.getAddress()).isEqualTo("books@bikes.example");
      MimeMultipart parts = (MimeMultipart) message.getContent();
      assertThat(parts.getBodyPart(0).getContent().toString()).contains("随函附上发票 " + invoice);
      Part pdf = parts.getBodyPart(1);
      byte[] received = pdf.getInputStream().readAllBytes();
      assertThat(pdf.getFileName()).isEqualTo(invoice + ".pdf");
      assertThat(received).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
      assertThat(received).isEqualTo(bytes("/paper/mails/" + number + "/files/1"));
      assertThat(sent.at("/files/0/sha256").asString())
          .isEqualTo(
              HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(received)));
      JsonNode chain =
          core.get(base + "/documents/sales/invoice/" + invoice + "/links").expecting(200).json();
      assertThat(chain.get("documents").findValuesAsString("number")).contains(invoice, number);
      assertThat(act(core, base + "/paper/mails/" + number + "/cancel", sent).expecting(409).body())
          .contains("cannot be cancelled: it is sent. Send the document again from its page.");
    } finally {
      greenMail.stop();
    }
  }

  private static MimeMessage received(GreenMail greenMail, String id) throws Exception {
    List<MimeMessage> found = new ArrayList<>();
    for (MimeMessage message : greenMail.getReceivedMessages()) {
      if (message.getMessageID().equals(id)) {
        found.add(message);
      }
    }
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void takesTheElectronicInvoiceAlongInOrBesideThePaper() {
    JsonNode beside = send("{'eInvoice':'ubl'}").expecting(201).json();
    assertThat(beside.get("files").findValuesAsString("name"))
        .containsExactly(invoice + ".pdf", invoice + ".xml");
    JsonNode inside = send("{'eInvoice':'factur-x'}").expecting(201).json();
    assertThat(inside.get("files").findValuesAsString("name")).containsExactly(invoice + ".pdf");
    assertThat(inside.at("/files/0/sha256")).isNotEqualTo(beside.at("/files/0/sha256"));
  }

  @Test
  void proposesTheWordsOfThePartysLanguageOrOfAnother() {
    String path = base + "/documents/sales/invoice/" + invoice + "/mails/proposal";
    JsonNode zh = core.get(path).expecting(200).json();
    assertThat(zh.get("language").asString()).isEqualTo("zh");
    assertThat(zh.get("subject").asString()).startsWith("发票 " + invoice);
    JsonNode en = core.get(path + "?language=en").expecting(200).json();
    assertThat(en.get("subject").asString()).startsWith("Invoice " + invoice);
    assertThat(en.at("/recipients/0").asString()).isEqualTo("caigou@kehu.example");
    JsonNode own =
        send("{'recipients':['a@b.example','c@d.example'],'subject':'Hello','text':'World'}")
            .expecting(201)
            .json();
    assertThat(own.get("recipients").findValuesAsString("address"))
        .containsExactly("a@b.example", "c@d.example");
    assertThat(own.at("/letter/subject").asString()).isEqualTo("Hello");
  }

  @Test
  void refusesWhatCannotBeSentAndSaysWhatToDo() {
    JsonNode wrong =
        send("{'recipients':['anna@','x y@z.example','a@b.example\\nBcc: c@d.example'],"
                + "'subject':'a\\nb'}")
            .expecting(422)
            .json();
    assertThat(wrong.get("problems").findValuesAsString("field"))
        .containsExactly("recipients", "recipients", "recipients", "subject");
    assertThat(wrong.at("/problems/0/value").asString()).isEqualTo("anna@");
    post("/parties", "{'code':'D','name':'Silent','roles':['customer'],'country':'Germany'}");
    String offer =
        post(
                "/sales/quotations",
                "{'customer':'D','validUntil':'2099-01-01',"
                    + "'lines':[{'item':'WHEEL','quantity':1,'unitPrice':1}]}")
            .json()
            .get("number")
            .asString();
    String mails = base + "/documents/sales/quotation/" + offer + "/mails";
    assertThat(core.post(mails, "{}").expecting(422).body())
        .contains("an address: party D has none, add one to it or name one here");
    assertThat(
            core.post(mails, "{\"recipients\": [\"a@b.example\"], \"eInvoice\": \"ubl\"}")
                .expecting(422)
                .body())
        .contains("only invoices and credit notes");
    assertThat(core.post(base + "/documents/item/item/WHEEL/mails", "{}").expecting(404).body())
        .contains("are not printed");
  }

  @Test
  void isSentByWhoMayReadTheDocumentAndSend() {
    assertThat(core.as("viewer").post(mails(), "{}").expecting(403).body()).contains("paper.send");
    assertThat(core.as("buyer").post(mails(), "{}").status()).isEqualTo(201);
    String own =
        core.as("sales").post(mails(), "{}").expecting(201).json().at("/number").asString();
    JsonNode seen = core.as("sales").get(base + "/paper/mails").expecting(200).json();
    assertThat(seen.get("rows").findValuesAsString("number")).contains(own);
    assertThat(seen.get("total").asInt()).isEqualTo(1);
  }

  private String mails() {
    return base + "/documents/sales/invoice/" + invoice + "/mails";
  }

  @Test
  void sendsNothingWithoutAMailServer() {
    WriteMail write =
        new WriteMail(
            Optional.empty(),
            core.bean(PrintDocuments.class),
            core.bean(SendEInvoice.class),
            core.bean(Companies.class));
    Caller.Turn turn = new Caller("x", Map.of("*", Set.of("sales.read")), Map.of()).begin();
    try {
      assertThatThrownBy(
              () ->
                  write.mail(
                      company,
                      new DocumentRef("sales", "invoice", invoice),
                      Json.mapper().readValue("{}", WriteMail.Asked.class)))
          .hasMessage(
              "sales invoice %s cannot be sent: no mail server is set.".formatted(invoice)
                  + " Ask who administers Millrace to set smtp-host.");
    } finally {
      turn.end();
    }
  }
}
