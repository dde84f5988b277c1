package org.millrace.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.millrace.TestingSources;

/**
 * Who is refused looks for the field that a problem names: it is a field of JSON and, where a
 * record checks itself, one of its components. Read from the sources.
 */
class NamedFieldsTest {
  /** A request names the grants of a user by their roles, and elements within their list. */
  private static final Set<String> NAMED_OTHERWISE =
      Set.of(
          "Charge: charges.account",
          "Charge: charges.amount",
          "Required: required.fromAccount",
          "Required: required.toAccount",
          "User: roles",
          "Value: values.label");

  /** How problems are noted: the name of the method, and the place of the field among arguments. */
  private static int fieldAt(String method, int arguments) {
    return switch (method + "/" + arguments) {
      case "require/4" -> 1;
      case "add/3", "checked/3", "checked/4" -> 0;
      default -> -1;
    };
  }

  @Test
  void isAFieldOfTheRequest() {
    Named named = named();
    assertThat(named.fields).hasSizeGreaterThan(100);
    assertThat(named.fields)
        .allMatch(field -> field.matches("[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9]+)*"));
  }

  @Test
  void isAComponentOfTheRecordThatChecksItself() {
    assertThat(named().foreign).isEqualTo(NAMED_OTHERWISE);
  }

  private static Named named() {
    Named named = new Named();
    TestingSources.all().forEach(unit -> named.scan(unit, null));
    return named;
  }

  /** The fields named in calls with a literal, without those of codes: each is a whole value. */
  private static final class Named extends TreeScanner<Void, Void> {
    private final Set<String> fields = new TreeSet<>();
    private final Set<String> foreign = new TreeSet<>();
    private final Deque<ClassTree> within = new ArrayDeque<>();
    private boolean isConstructor;

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      within.push(type);
      boolean before = isConstructor;
      isConstructor = false;
      super.visitClass(type, unused);
      isConstructor = before;
      within.pop();
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      isConstructor = method.getName().contentEquals("<init>");
      super.visitMethod(method, unused);
      isConstructor = false;
      return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
      String select = call.getMethodSelect().toString();
      String name = select.substring(select.lastIndexOf('.') + 1);
      int place = fieldAt(name, call.getArguments().size());
      ClassTree type = within.peek();
      if (place >= 0 && type != null && !isCode(type)) {
        ExpressionTree field = call.getArguments().get(place);
        if (field instanceof LiteralTree literal && literal.getValue() instanceof String text) {
          note(type, text);
        }
      }
      return super.visitMethodInvocation(call, unused);
    }

    private void note(ClassTree type, String field) {
      fields.add(field);
      Set<String> components = components(type);
      if (isConstructor
          && type.getKind() == Tree.Kind.RECORD
          && !components.contains(field.replaceFirst("\\..*", ""))) {
        foreign.add(type.getSimpleName() + ": " + field);
      }
    }

    private static boolean isCode(ClassTree type) {
      return type.getImplementsClause().stream().anyMatch(each -> each.toString().equals("Code"));
    }

    private static Set<String> components(ClassTree type) {
      return type.getMembers().stream()
          .filter(VariableTree.class::isInstance)
          .map(member -> ((VariableTree) member).getName().toString())
          .collect(Collectors.toSet());
    }
  }
}
