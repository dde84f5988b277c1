package org.millrace.ingestion.bronze.table;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import org.millrace.ingestion.contract.Validated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Parquet file being written; it counts for nothing until a commit names it. */
public final class OpenFile {

  private static final Logger LOG = LoggerFactory.getLogger(OpenFile.class);
  private static final long ROW_GROUP_BYTES = 8L << 20;
  private static final int PAGE_BYTES = 256 << 10;

  private final BronzeTable table;
  private final Partition partition;
  private final Path path;
  private final Configuration hadoop;
  private final FileStatistics statistics;
  private final ParquetWriter<Validated> writer;
  private long lastPosition;

  private OpenFile(BronzeTable table, Partition partition, Path path, Configuration hadoop)
      throws IOException {
    this.table = table;
    this.partition = partition;
    this.path = path;
    this.hadoop = hadoop;
    this.statistics = new FileStatistics(table.fileColumns());
    this.writer =
        new Builder(HadoopOutputFile.fromPath(path, hadoop), table, statistics)
            .withConf(hadoop)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withPageSize(PAGE_BYTES)
            .build();
  }

  /** Begins a new file in a table's partition. */
  public static OpenFile in(Lake lake, BronzeTable table, Partition partition) throws IOException {
    Configuration hadoop = Lake.hadoop();
    String name = "part-" + UUID.randomUUID() + ".zstd.parquet";
    Path path = new Path(lake.folderOf(table) + "/" + partition.folder() + name);
    // With its scheme, so that the log can name the file relative to the table.
    Path qualified = path.getFileSystem(hadoop).makeQualified(path);
    return Disk.io(() -> new OpenFile(table, partition, qualified, hadoop));
  }

  /** Adds a row. */
  public void write(Validated row) throws IOException {
    Disk.io(
        () -> {
          writer.write(row);
          return row;
        });
    lastPosition = Math.max(lastPosition, row.row().position());
  }

  /** Closes the file and says what it holds. */
  public DataFile finish() throws IOException {
    return Disk.io(this::closed);
  }

  private DataFile closed() throws IOException {
    writer.close();
    FileStatus status = path.getFileSystem(hadoop).getFileStatus(path);
    return new DataFile(
        path.toString(),
        status.getLen(),
        status.getModificationTime(),
        partition,
        new FileContent(statistics.rows(), lastPosition, statistics.asJson(table.deltaSchema())));
  }

  /**
   * Drops the file. What fails here, such as closing a writer that has failed before, is only told:
   * no commit names the file, and the caller has a failure of its own to pass on.
   */
  public void discard() {
    attempt("close", () -> writer.close());
    attempt("delete", () -> path.getFileSystem(hadoop).delete(path, false));
  }

  private interface Step {
    void run() throws IOException;
  }

  private void attempt(String what, Step step) {
    try {
      step.run();
    } catch (IOException | RuntimeException | FSError failed) {
      LOG.warn("Could not {} {}; no commit names it, so no row is in it", what, path, failed);
    }
  }

  private static final class Builder extends ParquetWriter.Builder<Validated, Builder> {

    private final BronzeTable table;
    private final FileStatistics statistics;

    Builder(OutputFile file, BronzeTable table, FileStatistics statistics) {
      super(file);
      this.table = table;
      this.statistics = statistics;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in Parquet, so it must be given
    protected WriteSupport<Validated> getWriteSupport(Configuration hadoop) {
      return new RowWriting(table.parquetSchema(), table.fileColumns(), statistics);
    }
  }

  private static final class RowWriting extends WriteSupport<Validated> {

    private final MessageType schema;
    private final List<Column> columns;
    private final FileStatistics statistics;
    private @Nullable RecordConsumer consumer;

    RowWriting(MessageType schema, List<Column> columns, FileStatistics statistics) {
      this.schema = schema;
      this.columns = columns;
      this.statistics = statistics;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in Parquet, so it must be given
    public WriteContext init(Configuration hadoop) {
      return new WriteContext(schema, java.util.Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer out) {
      consumer = out;
    }

    @Override
    public void write(Validated row) {
      RecordConsumer out = requireNonNull(consumer, "prepareForWrite comes first");
      statistics.countRow();
      out.startMessage();
      for (int i = 0; i < columns.size(); i++) {
        Column column = columns.get(i);
        Comparable<?> value = column.value().apply(row);
        if (column.isAbsent(value)) {
          statistics.countAbsent(i);
        } else {
          statistics.see(i, value);
          out.startField(column.name(), i);
          column.write(value, out);
          out.endField(column.name(), i);
        }
      }
      out.endMessage();
    }
  }
}
