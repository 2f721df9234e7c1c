//! From a file of cases to a file of results.

use super::blocks::{Block, Blocks, Shape};
use super::checkpoint::Checkpoint;
use super::encoding::{Decoded, Encoding};
use super::header::{Header, HeaderFault};
use super::judge::{Judge, Judged, Reason, outcomes};
use super::results;
use super::summary::Summary;
use crate::decide::{DecideError, FactProblem, Facts, Program};
use crate::diagnostic::Diagnostic;
use crate::source::limits::MAX_FILE_BYTES;
use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::num::NonZero;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// The signs that part the fields of tables.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The form of a file of cases or results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A table: one record is one line, unless a field with line breaks stands in quotation marks.
    Csv,
    /// One JSON object on each line.
    NdJson,
}

/// Why a record is rejected.
#[derive(Clone, Debug)]
pub enum Rejection {
    /// It is longer than the written limit.
    TooLong,
    /// It cannot be read in the encoding of the file.
    Encoding {
        /// The column; empty for a whole line.
        name: String,
    },
    /// It has more or fewer fields than there are columns.
    Ragged {
        /// How many columns there are.
        wanted: usize,
        /// How many fields it has.
        found: usize,
    },
    /// A field is no value of its fact.
    Value {
        /// The column.
        name: String,
        /// What stands there.
        written: String,
        /// What is wrong with it.
        problem: Box<FactProblem>,
    },
    /// The facts cannot be read.
    Facts(Vec<Diagnostic>),
    /// The case cannot be decided.
    Undecidable(Box<DecideError>),
}

/// Why a batch stopped.
#[derive(Debug, thiserror::Error)]
pub enum BatchError {
    /// The cases cannot be read on.
    #[error("the cases cannot be read: {0}")]
    Cases(io::Error),
    /// The results cannot be written.
    #[error("the results cannot be written: {0}")]
    Results(io::Error),
    /// The rejected records cannot be written.
    #[error("the rejected records cannot be written: {0}")]
    Rejects(io::Error),
    /// How far the batch has come cannot be kept.
    #[error("how far the batch has come cannot be kept: {0}")]
    Checkpoint(io::Error),
    /// The columns of the table cannot be used.
    #[error(transparent)]
    Header(#[from] HeaderFault),
    /// The cases are not those of the checkpoint.
    #[error("the cases are not those of the checkpoint")]
    Changed,
}

/// How far a batch has come.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'p> {
    /// How much of the cases has been judged, in bytes of their text.
    pub at: u64,
    /// How much was written of the results, in bytes.
    pub results: u64,
    /// How much was written of the rejected records, in bytes.
    pub rejects: u64,
    /// What came of the cases so far.
    pub summary: &'p Summary,
}

/// How the cases were read, and what came of them.
#[derive(Clone, Debug)]
pub struct Report {
    /// What came of them.
    pub summary: Summary,
    /// In which encoding they are written.
    pub encoding: Encoding,
    /// What parts the fields of a table.
    pub delimiter: Option<char>,
    /// The columns that are no facts, in their order.
    pub carried: Vec<String>,
    /// The facts without a column.
    pub missing: Vec<String>,
}

/// Where a batch reads from and writes to.
pub struct Files<'f> {
    /// The cases.
    pub cases: &'f mut (dyn Read + Send),
    /// The form of the cases.
    pub from: Form,
    /// The results.
    pub results: &'f mut dyn Write,
    /// The form of the results.
    pub to: Form,
    /// The rejected records, as NDJSON.
    pub rejects: &'f mut dyn Write,
}

/// Decides a file of cases by one policy.
#[derive(Clone, Debug)]
pub struct Batch {
    program: Program,
    base: Facts,
    threads: NonZero<usize>,
    encoding: Option<Encoding>,
    delimiter: Option<u8>,
}

impl Batch {
    /// A batch on all cores. The base says what holds of all cases: the day, the calendar.
    #[must_use]
    pub fn new(program: Program, base: Facts) -> Self {
        let threads = std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        Self { program, base, threads, encoding: None, delimiter: None }
    }

    /// Uses so many threads for deciding.
    #[must_use]
    pub fn threads(mut self, threads: NonZero<usize>) -> Self {
        self.threads = threads;
        self
    }

    /// Reads the cases in this encoding, instead of finding it out.
    #[must_use]
    pub fn encoding(mut self, encoding: Encoding) -> Self {
        self.encoding = Some(encoding);
        self
    }

    /// Takes this for what parts the fields, instead of finding it out.
    #[must_use]
    pub fn delimiter(mut self, delimiter: u8) -> Self {
        self.delimiter = Some(delimiter);
        self
    }

    /// Decides all cases, or those behind a checkpoint. The reason of each rejection is put in words by `reason`; `note`
    /// is told how far the batch has come.
    ///
    /// # Errors
    /// Something cannot be read or written, or the columns cannot be used.
    pub fn run(
        &self,
        files: Files<'_>,
        reason: &(dyn Fn(&Rejection) -> (String, String) + Sync),
        from: Option<&Checkpoint>,
        note: &mut dyn FnMut(Progress<'_>) -> io::Result<()>,
    ) -> Result<Report, BatchError> {
        let Files { cases, from: form, results, to, rejects } = files;
        let decoded = Decoded::new(cases, self.encoding).map_err(BatchError::Cases)?;
        let encoding = decoded.encoding;
        let delimiter = self.delimiter.unwrap_or_else(|| found_delimiter(&decoded.beginning()));
        let shape = if form == Form::Csv { Shape::Csv { delimiter } } else { Shape::Lines };
        let mut blocks = Blocks::new(decoded, shape, MAX_FILE_BYTES, (0, 1));
        let policy = self.program.policy();
        let header = if form == Form::Csv { self.header(&mut blocks, delimiter)? } else { Header::default() };
        let carried = (form == Form::Csv).then(|| header.carried().collect::<Vec<_>>());
        let mut written = Written { results, rejects, sizes: (0, 0) };
        let mut summary = Summary { outcomes: outcomes(policy), ..Summary::default() };
        match from {
            Some(checkpoint) => {
                written.sizes = (checkpoint.results, checkpoint.rejects);
                summary = checkpoint.summary.clone();
                skip(&mut blocks, checkpoint.at)?;
            }
            None => written.result(&results::heading(policy, to, carried.clone()))?,
        }
        let judge = || Judge::new((&self.program, &self.base), (&header, delimiter), to, reason as &Reason<'_>);
        let mut end = |judged: &Judged| -> Result<(), BatchError> {
            written.result(&judged.results)?;
            written.reject(&judged.rejects)?;
            summary.add(&judged.summary);
            let (results, rejects) = written.sizes;
            note(Progress { at: judged.end, results, rejects, summary: &summary }).map_err(BatchError::Checkpoint)
        };
        judge_all(&mut blocks, self.threads, form, &judge, &mut end)?;
        written.flush()?;
        Ok(Report {
            summary,
            encoding,
            delimiter: (form == Form::Csv).then_some(char::from(delimiter)),
            carried: carried.into_iter().flatten().map(str::to_owned).collect(),
            missing: header.missing.clone(),
        })
    }

    fn header<R: Read>(&self, blocks: &mut Blocks<R>, delimiter: u8) -> Result<Header, BatchError> {
        let block = blocks.first().map_err(BatchError::Cases)?.ok_or(HeaderFault::Empty)?;
        if block.is_too_long {
            return Err(HeaderFault::TooLong.into());
        }
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(block.bytes.as_slice());
        let mut record = csv::ByteRecord::new();
        if !reader.read_byte_record(&mut record).unwrap_or(false) {
            return Err(HeaderFault::Empty.into());
        }
        let names = record.iter().map(|name| String::from_utf8_lossy(name).trim().to_owned()).collect();
        Ok(Header::of(self.program.policy(), names, &results::names(self.program.policy()))?)
    }
}

/// What was written so far.
struct Written<'w> {
    results: &'w mut dyn Write,
    rejects: &'w mut dyn Write,
    sizes: (u64, u64),
}

impl Written<'_> {
    fn result(&mut self, bytes: &[u8]) -> Result<(), BatchError> {
        self.results.write_all(bytes).map_err(BatchError::Results)?;
        self.sizes.0 += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Ok(())
    }

    fn reject(&mut self, bytes: &[u8]) -> Result<(), BatchError> {
        self.rejects.write_all(bytes).map_err(BatchError::Rejects)?;
        self.sizes.1 += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Ok(())
    }

    fn flush(&mut self) -> Result<(), BatchError> {
        self.results.flush().map_err(BatchError::Results)?;
        self.rejects.flush().map_err(BatchError::Rejects)
    }
}

/// The sign that parts the first line most often, outside of quotation marks.
fn found_delimiter(beginning: &str) -> u8 {
    let mut counts = [0_usize; DELIMITERS.len()];
    let mut is_quoted = false;
    for byte in beginning.bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => break,
            _ if is_quoted => {}
            byte => {
                if let Some(count) = DELIMITERS.iter().position(|own| *own == byte).and_then(|at| counts.get_mut(at)) {
                    *count += 1;
                }
            }
        }
    }
    let most = DELIMITERS.into_iter().zip(counts).rev().max_by_key(|(_, count)| *count);
    most.map_or(b',', |(delimiter, _)| delimiter)
}

/// Reads over what was judged before.
fn skip<R: Read>(blocks: &mut Blocks<R>, at: u64) -> Result<(), BatchError> {
    loop {
        match blocks.next().map_err(BatchError::Cases)? {
            Some(block) if block.end < at => {}
            Some(block) if block.end == at => return Ok(()),
            Some(_) | None => return Err(BatchError::Changed),
        }
    }
}

/// A block with its number.
type Numbered<T> = (u64, T);

/// Judges all blocks on several threads, and passes on what came of them in their order.
fn judge_all<'j, R: Read + Send>(
    blocks: &mut Blocks<R>,
    threads: NonZero<usize>,
    form: Form,
    judge: &(dyn Fn() -> Judge<'j> + Sync),
    end: &mut dyn FnMut(&Judged) -> Result<(), BatchError>,
) -> Result<(), BatchError> {
    let room = 2 * threads.get() + 2;
    let (block_out, block_in) = sync_channel::<Numbered<Block>>(room);
    let (judged_out, judged_in) = sync_channel::<Numbered<Judged>>(room);
    // As many blocks are under way as there are places: memory is bounded also where one block takes long.
    let (place_out, place_in) = sync_channel::<()>(room);
    let block_in = Mutex::new(block_in);
    std::thread::scope(|scope| {
        let reader = scope.spawn(move || read_all(blocks, &block_out, &place_out));
        for _ in 0..threads.get() {
            let (judged_out, block_in) = (judged_out.clone(), &block_in);
            scope.spawn(move || {
                let mut judge = judge();
                while let Some((number, block)) = block_in.lock().ok().and_then(|blocks| blocks.recv().ok()) {
                    if judged_out.send((number, judge.judge(form, &block))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(judged_out);
        let ended = pass_on(judged_in, place_in, end);
        match (ended, reader.join()) {
            (Err(error), _) => Err(error),
            (Ok(()), Ok(read)) => read.map_err(BatchError::Cases),
            (Ok(()), Err(_)) => Err(BatchError::Cases(io::Error::other("reading was broken off"))),
        }
    })
}

fn read_all<R: Read>(
    blocks: &mut Blocks<R>,
    block_out: &SyncSender<Numbered<Block>>,
    place_out: &SyncSender<()>,
) -> io::Result<()> {
    let mut number = 0;
    while let Some(block) = blocks.next()? {
        // Nobody listens any more where writing has failed.
        if place_out.send(()).is_err() || block_out.send((number, block)).is_err() {
            break;
        }
        number += 1;
    }
    Ok(())
}

/// Passes on what was judged in the order of the blocks. At an error the channels are closed, which ends the threads.
#[expect(clippy::needless_pass_by_value, reason = "the channels have to be closed when this returns")]
fn pass_on(
    judged_in: Receiver<Numbered<Judged>>,
    place_in: Receiver<()>,
    end: &mut dyn FnMut(&Judged) -> Result<(), BatchError>,
) -> Result<(), BatchError> {
    let mut early: BTreeMap<u64, Judged> = BTreeMap::new();
    let mut next = 0;
    while let Ok((number, judged)) = judged_in.recv() {
        early.insert(number, judged);
        while let Some(judged) = early.remove(&next) {
            end(&judged)?;
            let _ = place_in.recv();
            next += 1;
        }
    }
    Ok(())
}
