package org.millrace.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.millrace.client.CorePath;
import org.millrace.deploy.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks the books of companies. */
@Command(
    name = "verify-ledger",
    description = {
      "Check the books: entries balance, their numbers have no gap, control accounts equal the",
      "documents behind them, stock its account, and the chain of seals over the entries is whole.",
      "Exit status: 0 all holds, 1 something differs."
    })
final class VerifyLedger implements Callable<Integer> {
  private static final List<String> HEADER =
      List.of("company", "name", "account", "expected", "found", "difference", "");

  @Option(
      names = "--company",
      paramLabel = "C",
      description = "A company; may be said again. Default: all.")
  private List<String> companies = List.of();

  @Option(names = "--json", description = "Tell it as JSON.")
  private boolean isJson;

  @Override
  public Integer call() throws IOException {
    CoreApi core = new CoreApi(Instance.running()).login();
    ObjectMapper json = new ObjectMapper();
    List<List<String>> rows = new ArrayList<>();
    List<JsonNode> answers = new ArrayList<>();
    boolean holds = true;
    for (String company : asked(core, json)) {
      String address = "/api/companies/" + CorePath.segment(company) + "/ledger/checks?size=100";
      for (JsonNode check : read(core, json, address).path("rows")) {
        holds &= check.path("holds").asBoolean();
        rows.add(row(company, check));
        answers.add(
            ((com.fasterxml.jackson.databind.node.ObjectNode) check).put("company", company));
      }
    }
    System.out.println(
        isJson
            ? json.writerWithDefaultPrettyPrinter().writeValueAsString(answers)
            : Table.text(HEADER, rows) + (holds ? "All checks hold." : "Some checks DO NOT hold."));
    return holds ? 0 : 1;
  }

  private List<String> asked(CoreApi core, ObjectMapper json) throws IOException {
    if (!companies.isEmpty()) {
      return companies;
    }
    List<String> all = new ArrayList<>();
    read(core, json, "/api/companies").forEach(one -> all.add(one.path("code").asText()));
    return all;
  }

  private static JsonNode read(CoreApi core, ObjectMapper json, String address) throws IOException {
    try (InputStream answer = core.get(address)) {
      return json.readTree(answer);
    }
  }

  private static List<String> row(String company, JsonNode check) {
    return List.of(
        company,
        check.path("name").asText(),
        check.path("account").asText(""),
        check.path("expected").asText(),
        check.path("found").asText(),
        check.path("difference").asText(),
        check.path("holds").asBoolean() ? "holds" : "DIFFERS");
  }
}
