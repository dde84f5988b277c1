package org.millrace.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.millrace.TestingSources;

/** The messages that stand at the places that refuse, read from the sources, have their Chinese. */
class RefusalsInChineseTest {
  /** Refusals of a start, which no request hears, and messages with more than a number in a gap. */
  private static final int MOST_IN_ENGLISH = 34;

  private static final String FILLED = "5";

  /** Which argument of a method is a message: by its name and the number of its arguments. */
  private static final Map<String, Integer> MESSAGES =
      Map.of(
          "require/4",
          3,
          "add/3",
          2,
          "refuse/1",
          0,
          "refused/1",
          0,
          "conflict/1",
          0,
          "notFound/1",
          0,
          "stale/1",
          0,
          "forbidden/1",
          0,
          "invalid/2",
          0,
          "conflict/2",
          0);

  @Test
  void hasChineseForWhatTheCodeRefusesWith() {
    Phrasebook book = Phrasebook.of("refusals.zh.txt");
    Set<String> all = messages();
    List<String> english =
        all.stream().filter(message -> book.said(message).equals(message)).toList();
    assertThat(all).hasSizeGreaterThan(300);
    assertThat(english.size()).as(String.join("\n", english)).isLessThanOrEqualTo(MOST_IN_ENGLISH);
  }

  @Test
  void hasChineseForWhatCannotBeUsed() {
    Phrasebook book = Phrasebook.of("refusals.zh.txt");
    assertThat(messages())
        .filteredOn(message -> message.matches("The [a-z ]+ cannot be used"))
        .hasSizeGreaterThan(5)
        .allSatisfy(message -> assertThat(book.said(message)).doesNotContainPattern("[a-z]"));
  }

  private static Set<String> messages() {
    Set<String> found = new TreeSet<>();
    TestingSources.all().forEach(unit -> new Calls().scan(unit, found));
    return found;
  }

  private static final class Calls extends TreeScanner<Void, Set<String>> {
    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Set<String> found) {
      Integer place = MESSAGES.get(name(call) + "/" + call.getArguments().size());
      if (place != null) {
        String message = text(call.getArguments().get(place));
        if (message.matches(".*[a-z]{2,}.*")) {
          found.add(message);
        }
      }
      return super.visitMethodInvocation(call, found);
    }

    /** What a method that tells why something is not possible answers. */
    @Override
    public Void visitMethod(MethodTree method, Set<String> found) {
      if (String.valueOf(method.getReturnType()).equals("Optional<String>")) {
        new Reasons().scan(method.getBody(), found);
      }
      return super.visitMethod(method, found);
    }

    private static final class Reasons extends TreeScanner<Void, Set<String>> {
      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Set<String> found) {
        if (call.getMethodSelect().toString().equals("Optional.of")) {
          String reason = text(call.getArguments().get(0));
          if (reason.endsWith(".")) {
            found.add(reason);
          }
        }
        return super.visitMethodInvocation(call, found);
      }
    }

    private static String name(MethodInvocationTree call) {
      String select = call.getMethodSelect().toString();
      return select.substring(select.lastIndexOf('.') + 1);
    }

    /** The literals of an expression, with a number where something is filled in. */
    private static String text(Tree part) {
      if (part instanceof LiteralTree literal && literal.getValue() instanceof String text) {
        return text.replaceAll("%(1\\$)?[,]?[sd]", FILLED).replace("%%", "%");
      }
      if (part instanceof ParenthesizedTree inner) {
        return text(inner.getExpression());
      }
      if (part instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
        return text(sum.getLeftOperand()) + text(sum.getRightOperand());
      }
      if (part instanceof MethodInvocationTree call && "formatted".equals(name(call))) {
        ExpressionTree format = ((MemberSelectTree) call.getMethodSelect()).getExpression();
        return text(format);
      }
      return FILLED;
    }
  }
}
