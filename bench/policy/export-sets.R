# Writes the classification sets of Debian's packages as text: Rscript export-sets.R FOLDER
# Line 1: the name of each column with what it holds, "x:number" or "x:5" (a factor of 5 levels, as
# numbers from 0); the last is the class. Then a line for each row; what is missing is left out.
library(mlbench)
library(kernlab)

ROWS <- 8000
DIGITS <- "/usr/lib/python3/dist-packages/sklearn/datasets/data/digits.csv.gz"
folder <- commandArgs(trailingOnly = TRUE)[1]

from_package <- function(name, class, package = "mlbench", drop = character()) {
  place <- new.env()
  data(list = name, package = package, envir = place)
  set <- get(name, envir = place)
  cbind(set[, !(names(set) %in% c(class, drop))], class = set[[class]])
}

digits <- function() {
  set <- read.csv(gzfile(DIGITS), header = FALSE)
  names(set)[ncol(set)] <- "class"
  set$class <- factor(set$class)
  set
}

sets <- list(
  breast = from_package("BreastCancer", "Class", drop = "Id"),
  digits = digits(),
  dna = from_package("DNA", "Class"),
  glass = from_package("Glass", "Type"),
  income = from_package("income", "INCOME", "kernlab"),
  ionosphere = from_package("Ionosphere", "Class"),
  letter = from_package("LetterRecognition", "lettr"),
  pima = from_package("PimaIndiansDiabetes", "diabetes"),
  satellite = from_package("Satellite", "classes"),
  shuttle = from_package("Shuttle", "Class"),
  sonar = from_package("Sonar", "Class"),
  soybean = from_package("Soybean", "Class"),
  spam = from_package("spam", "type", "kernlab"),
  vehicle = from_package("Vehicle", "Class"),
  votes = from_package("HouseVotes84", "Class"),
  vowel = from_package("Vowel", "Class"),
  zoo = from_package("Zoo", "type")
)

for (name in names(sets)) {
  set <- sets[[name]]
  set.seed(14)
  set <- set[sample(nrow(set)), ][seq_len(min(ROWS, nrow(set))), ]
  kinds <- sapply(set, function(x) if (is.factor(x)) nlevels(x) else "number")
  columns <- lapply(set, function(x) {
    text <- if (is.factor(x)) as.integer(x) - 1 else signif(as.numeric(x), 5)
    ifelse(is.na(x), "", as.character(text))
  })
  out <- gzfile(file.path(folder, paste0(name, ".csv.gz")), "w")
  writeLines(paste(names(set), kinds, sep = ":", collapse = ","), out)
  writeLines(do.call(paste, c(columns, sep = ",")), out)
  close(out)
}
