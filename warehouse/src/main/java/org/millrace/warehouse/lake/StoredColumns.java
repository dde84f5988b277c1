package org.millrace.warehouse.lake;

import io.delta.kernel.types.DataType;
import io.delta.kernel.types.StructType;
import java.util.ArrayList;
import java.util.List;
import org.millrace.warehouse.catalog.Column;
import org.millrace.warehouse.catalog.Filling;
import org.millrace.warehouse.catalog.Table;

/**
 * The columns that a table has in the lake, held against those of its table.yaml.
 *
 * @param stored all columns in the lake, in their order there
 * @param layout the columns that the files are laid out by
 */
record StoredColumns(Table table, StructType stored, List<String> layout) {
  StoredColumns {
    layout = List.copyOf(layout);
  }

  /** The columns of table.yaml that the lake does not have. */
  List<String> missing() {
    return table.columnNames().stream().filter(name -> !has(name)).toList();
  }

  /** The columns whose comment in the lake is not what table.yaml says now. */
  List<Column> wronglyDescribed() {
    return table.columns().stream()
        .filter(column -> has(column.name()))
        .filter(
            column ->
                !column
                    .comment()
                    .equals(stored.get(column.name()).getMetadata().getString(KernelTypes.COMMENT)))
        .toList();
  }

  /** Why the table cannot be read and written as table.yaml says, and what to do. */
  List<String> problems(String folder) {
    List<String> problems = new ArrayList<>();
    for (Column column : table.columns()) {
      DataType wanted = KernelTypes.type(column.type());
      if (has(column.name()) && !stored.get(column.name()).getDataType().equals(wanted)) {
        problems.add(
            "column '%s' is %s in the lake and %s in its table.yaml"
                .formatted(
                    column.name(),
                    KernelTypes.word(stored.get(column.name()).getDataType()),
                    column.type().lake()));
      }
    }
    if (!layout.equals(table.partition())) {
      problems.add(
          "partition is %s in the lake and %s in its table.yaml"
              .formatted(layout, table.partition()));
    }
    return problems.stream()
        .map(each -> "%s: %s. %s".formatted(table.sql(), each, whatToDo(folder)))
        .toList();
  }

  private boolean has(String column) {
    return stored.indexOf(column) >= 0;
  }

  private String whatToDo(String folder) {
    if (table.filling() instanceof Filling.Writer writer) {
      return writer.isPreserved()
          ? "Its rows are nowhere else: leave what there is and add a column under a new name."
          : "Add a column under a new name, or delete %s, which %s fills again when it runs."
              .formatted(folder, writer.job());
    }
    return "Add a column under a new name, or delete %s, which is filled again from its sources."
        .formatted(folder);
  }
}
