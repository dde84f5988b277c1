package org.millrace.dashboards.cockpit.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millrace.dashboards.TestingCockpit;

/** Lists of the core as workbooks. */
@Tag("slow")
class ListFilesTest {
  private static final String TICKETS = "/data/lists/service/ticket.xlsx?company=MERIDIAN";

  @BeforeAll
  static void letTheCoreHaveTickets() {
    TestingCockpit.running()
        .tells(
            "/api/companies/MERIDIAN/service/tickets",
            """
            {"rows": [
              {"number": "ST-000001", "openedAt": "2026-03-01T23:30:00Z", "status": "open",
               "customer": {"code": "C-1", "name": "=Shop"}, "subject": "Bell", "partsCost": 7.31},
              {"number": "ST-000002", "openedAt": "2026-03-02T09:00:00Z", "status": "closed",
               "customer": {"code": "C-1", "name": "=Shop"}, "subject": "Tyre"}],
             "page": 1, "size": 500, "more": false}
            """);
  }

  private static String as(String role) {
    return TestingCockpit.token(role, role);
  }

  private static HttpResponse<byte[]> get(String path, String token) throws Exception {
    URI address = TestingCockpit.running().address().resolve(path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  private static Map<String, String> parts(String path, String token) throws Exception {
    HttpResponse<byte[]> answer = get(path, token);
    assertThat(answer.statusCode()).isEqualTo(200);
    return parts(answer.body());
  }

  private static Map<String, String> parts(byte[] workbook) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    Path file = Files.write(Files.createTempFile("list", ".xlsx"), workbook);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        parts.put(entry.getName(), plain(new String(content, StandardCharsets.UTF_8)));
      }
    }
    Files.delete(file);
    return parts;
  }

  /** With letters in the place of their numbers. */
  private static String plain(String xml) {
    return Pattern.compile("&#x([0-9a-f]+);")
        .matcher(xml)
        .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
  }

  private static String all(Map<String, String> parts) {
    return parts.getOrDefault("xl/sharedStrings.xml", "") + parts.get("xl/worksheets/sheet1.xml");
  }

  @Test
  void holdsNumbersAsNumbersAndWordsInTheLanguageAskedFor() throws Exception {
    Map<String, String> chinese = parts(TICKETS + "&lang=zh", as("admin"));
    assertThat(chinese.get("xl/workbook.xml")).contains("服务工单");
    assertThat(all(chinese)).contains("已关闭", "ST-000001", "=Shop", "<v>7.31</v>");
    assertThat(all(chinese)).doesNotContain("<f>");
    assertThat(all(parts(TICKETS, as("admin")))).contains("closed", "Customer");
  }

  @Test
  void tellsMomentsInTheZoneOfWhoAsks() throws Exception {
    String shanghai = all(parts(TICKETS + "&zone=Asia/Shanghai", as("admin")));
    assertThat(shanghai).contains("<v>46083.3125</v>"); // 2026-03-02 07:30
    assertThat(get(TICKETS + "&zone=Moon/Sea", as("admin")).statusCode()).isEqualTo(400);
  }

  @Test
  void leavesOutCostsForWhoMayNotSeeThemAndColumnsThatAreNotAskedFor() throws Exception {
    assertThat(all(parts(TICKETS, as("viewer")))).contains("ST-000001");
    assertThat(all(parts(TICKETS, as("viewer")))).doesNotContain("7.31");
    String few = all(parts(TICKETS + "&columns=number,subject", as("admin")));
    assertThat(few).contains("ST-000001", "Bell").doesNotContain("7.31", "=Shop");
  }

  @Test
  void isNothingForWhoHasNothingToDoWithTheCompany() throws Exception {
    String anna = TestingCockpit.token("anna", "ALTBERG", "viewer");
    assertThat(get(TICKETS, anna).statusCode()).isEqualTo(403);
    assertThat(get(TICKETS.replace("ticket", "song"), as("admin")).statusCode()).isEqualTo(404);
  }
}
