# Forecasts of R's package forecast for every k-th M3 series: peer.R FOLDER OUT EVERY
# Writes method,series,step,mean and, in OUT.time, method,series,milliseconds of processor time.
suppressPackageStartupMessages(library(forecast))
arguments <- commandArgs(trailingOnly = TRUE)
series <- read.csv(file.path(arguments[1], "series.csv"))
train <- read.csv(file.path(arguments[1], "train.csv"))
values <- split(train$value, factor(train$series_id, levels = series$series_id))
methods <- list(
  ets = function(y, h) forecast(ets(y), h = h, PI = FALSE)$mean,
  theta = function(y, h) thetaf(y, h = h)$mean,
  ses = function(y, h) ses(y, h = h)$mean,
  holt = function(y, h) holt(y, h = h)$mean,
  croston = function(y, h) croston(y, h = h)$mean
)
out <- file(arguments[2], "w")
time <- file(paste0(arguments[2], ".time"), "w")
writeLines("method,series,step,mean", out)
writeLines("method,series,milliseconds", time)
for (i in seq(1, nrow(series), by = as.integer(arguments[3]))) {
  id <- series$series_id[i]
  horizon <- series$horizon[i]
  y <- ts(values[[id]], frequency = series$frequency[i])
  for (name in names(methods)) {
    spent <- system.time(mean <- methods[[name]](y, horizon))
    writeLines(paste(name, id, seq_len(horizon), sprintf("%.10g", mean), sep = ","), out)
    writeLines(paste(name, id, round(1000 * (spent[[1]] + spent[[2]]), 1), sep = ","), time)
  }
}
close(out)
close(time)
