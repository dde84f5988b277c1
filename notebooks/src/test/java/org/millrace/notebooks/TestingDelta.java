package org.millrace.notebooks;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.defaults.internal.data.DefaultColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.types.DataTypeJsonSerDe;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** A small real Delta table: Parquet files, and a log whose later commits remove earlier files. */
final class TestingDelta {

  private final Engine engine = DefaultEngine.create(new Configuration());
  private final Path folder;
  private final StructType schema;
  private final List<String> live = new ArrayList<>();
  private int version;

  TestingDelta(Path folder, StructType schema) throws IOException {
    this.folder = folder;
    this.schema = schema;
    Files.createDirectories(folder.resolve("_delta_log"));
  }

  /** Commits a version that holds these rows and nothing of the version before. */
  void replace(Object[]... rows) throws IOException {
    List<String> actions = new ArrayList<>();
    if (version == 0) {
      actions.add("{\"protocol\":{\"minReaderVersion\":1,\"minWriterVersion\":2}}");
      actions.add(
          "{\"metaData\":{\"id\":\"t\",\"format\":{\"provider\":\"parquet\",\"options\":{}},"
              + "\"schemaString\":\""
              + DataTypeJsonSerDe.serializeDataType(schema).replace("\"", "\\\"")
              + "\",\"partitionColumns\":[],\"configuration\":{},\"createdTime\":0}}");
    }
    live.forEach(
        file ->
            actions.add(
                "{\"remove\":{\"path\":\"%s\",\"deletionTimestamp\":1,\"dataChange\":true}}"
                    .formatted(file)));
    live.clear();
    try (CloseableIterator<DataFileStatus> files =
        engine
            .getParquetHandler()
            .writeParquetFiles(
                folder.toString(),
                Utils.singletonCloseableIterator(
                    new FilteredColumnarBatch(batch(rows), Optional.empty())),
                List.of())) {
      while (files.hasNext()) {
        DataFileStatus file = files.next();
        String name = Path.of(file.getPath().replaceFirst("^file:", "")).getFileName().toString();
        live.add(name);
        actions.add(
            "{\"add\":{\"path\":\"%s\",\"partitionValues\":{},\"size\":%d,"
                    .formatted(name, file.getSize())
                + "\"modificationTime\":1,\"dataChange\":true}}");
      }
    }
    Files.write(folder.resolve("_delta_log/%020d.json".formatted(version++)), actions);
  }

  private ColumnarBatch batch(Object[]... rows) {
    ColumnVector[] vectors = new ColumnVector[schema.length()];
    for (int column = 0; column < vectors.length; column++) {
      Object[] values = new Object[rows.length];
      for (int row = 0; row < rows.length; row++) {
        values[row] = rows[row][column];
      }
      vectors[column] = new Values(schema.at(column).getDataType(), values);
    }
    return new DefaultColumnarBatch(rows.length, schema, vectors);
  }

  private record Values(DataType type, Object[] values) implements ColumnVector {

    @Override
    public DataType getDataType() {
      return type;
    }

    @Override
    public int getSize() {
      return values.length;
    }

    @Override
    public void close() {
      // nothing is held
    }

    @Override
    public boolean isNullAt(int row) {
      return values[row] == null;
    }

    @Override
    public String getString(int row) {
      return (String) values[row];
    }

    @Override
    public int getInt(int row) {
      return (Integer) values[row];
    }

    @Override
    public long getLong(int row) {
      return (Long) values[row];
    }

    @Override
    public boolean getBoolean(int row) {
      return (Boolean) values[row];
    }

    @Override
    public BigDecimal getDecimal(int row) {
      return (BigDecimal) values[row];
    }
  }
}
