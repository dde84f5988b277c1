package org.millrace.process;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("process.read")
@RequestMapping("/api/companies/{company}/document-states")
class StatesHttp {
  private static final String SQL =
      """
      select id, domain, type, states::int as states, transitions::int as transitions
      from (select ?::text as company) asked
      cross join unnest(
        string_to_array(?, E'\\n'), string_to_array(?, E'\\n'), string_to_array(?, E'\\n'),
        string_to_array(?, E'\\n'), string_to_array(?, E'\\n'))
        as one(id, domain, type, states, transitions)
      """;

  private final StateMachines machines;
  private final Companies companies;
  private final RowLists lists;

  StatesHttp(StateMachines machines, Companies companies, RowLists lists) {
    this.machines = machines;
    this.companies = companies;
    this.lists = lists;
  }

  /** The kinds of document that have states; they are the same in every company. */
  @GetMapping
  @ListOf(ListedMachine.class)
  ListAnswer<ListedMachine> kinds(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    companies.named(company);
    Rows rows =
        Rows.of(
            company,
            SQL,
            lines(StateMachine::id),
            lines(StateMachine::domain),
            lines(StateMachine::type),
            lines(machine -> String.valueOf(machine.states().size())),
            lines(machine -> String.valueOf(machine.transitions().size())));
    return lists.page(ListedMachine.class, rows, ListRequest.of(query));
  }

  private String lines(Function<StateMachine, String> column) {
    Collection<StateMachine> all = machines.byId().values();
    return all.stream().map(column).collect(Collectors.joining("\n"));
  }

  /** The states of a kind, such as {@code sales.order}, and the steps between them. */
  @GetMapping("/{id}")
  StateMachine one(@PathVariable CompanyCode company, @PathVariable String id) {
    companies.named(company);
    return machines
        .named(id)
        .orElseThrow(
            () ->
                Refused.notFound(
                    "No kind of document %s has states. Look it up in the list.".formatted(id)));
  }
}
