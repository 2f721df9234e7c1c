//! In which encoding a file is written, and its text as UTF-8.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Decoder, UTF_8};
use std::io::{self, Read};

/// How many bytes are looked at.
const LOOKED_AT: usize = 256 * 1024;

/// How many bytes are decoded at once.
const DECODED_AT_ONCE: usize = 64 * 1024;

/// An encoding of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    /// UTF-8.
    pub const UTF_8: Self = Self(UTF_8);

    /// The encoding of a name such as `gbk`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        encoding_rs::Encoding::for_label(name.as_bytes()).map(Self)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

/// A text as UTF-8, whatever it is written in.
pub(super) struct Decoded<R> {
    inner: R,
    pub(super) encoding: Encoding,
    /// `None` where the bytes are passed on as they are.
    decoder: Option<Decoder>,
    /// What was read and not passed on yet.
    raw: Vec<u8>,
    from: usize,
    ended: bool,
    /// What was decoded and not handed on yet, from here on.
    text: Vec<u8>,
    given: usize,
    /// Whether the last character is decoded.
    is_done: bool,
}

impl<R: Read> Decoded<R> {
    /// Looks at the beginning of a text, and takes it in that encoding, or in the one that is given.
    pub(super) fn new(mut inner: R, given: Option<Encoding>) -> io::Result<Self> {
        let mut raw = Vec::with_capacity(LOOKED_AT);
        inner.by_ref().take(LOOKED_AT as u64).read_to_end(&mut raw)?;
        let ended = raw.len() < LOOKED_AT;
        let marked = encoding_rs::Encoding::for_bom(&raw);
        let encoding =
            given.map_or_else(|| marked.map_or_else(|| guessed(&raw, ended), |(found, _)| found), |own| own.0);
        let mark = marked.filter(|(found, _)| *found == encoding).map_or(0, |(_, length)| length);
        let decoder = (encoding != UTF_8).then(|| encoding.new_decoder_without_bom_handling());
        Ok(Self {
            inner,
            encoding: Encoding(encoding),
            decoder,
            raw,
            from: mark,
            ended,
            text: Vec::new(),
            given: 0,
            is_done: false,
        })
    }

    /// The beginning of the text, as far as it was looked at.
    pub(super) fn beginning(&self) -> String {
        self.encoding.0.decode_without_bom_handling(self.raw.get(self.from..).unwrap_or_default()).0.into_owned()
    }

    fn fill(&mut self) -> io::Result<()> {
        self.raw.drain(..self.from);
        self.from = 0;
        if !self.ended {
            let before = self.raw.len();
            self.inner.by_ref().take(LOOKED_AT as u64).read_to_end(&mut self.raw)?;
            self.ended = self.raw.len() - before < LOOKED_AT;
        }
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.given < self.text.len() {
                let length = handed_on(target, self.text.get(self.given..).unwrap_or_default());
                self.given += length;
                return Ok(length);
            }
            if self.is_done {
                return Ok(0);
            }
            if self.from >= self.raw.len() && !self.ended {
                self.fill()?;
            }
            let source = self.raw.get(self.from..).unwrap_or_default();
            let Some(decoder) = &mut self.decoder else {
                let length = handed_on(target, source);
                self.from += length;
                return Ok(length);
            };
            // A character needs several bytes: what is decoded may not fit into what is asked for.
            self.text.resize(DECODED_AT_ONCE, 0);
            let (result, read, written, _) = decoder.decode_to_utf8(source, &mut self.text, self.ended);
            self.text.truncate(written);
            self.given = 0;
            self.from += read;
            self.is_done = self.ended && result == CoderResult::InputEmpty;
            if result == CoderResult::InputEmpty && written == 0 && !self.ended {
                self.fill()?;
            }
        }
    }
}

/// Copies as much as there is room for.
fn handed_on(target: &mut [u8], source: &[u8]) -> usize {
    let length = source.len().min(target.len());
    if let (Some(target), Some(source)) = (target.get_mut(..length), source.get(..length)) {
        target.copy_from_slice(source);
    }
    length
}

/// UTF-8 where the bytes are that; else the most likely encoding, in which Chinese is GBK.
fn guessed(bytes: &[u8], is_all: bool) -> &'static encoding_rs::Encoding {
    let is_utf8 = match std::str::from_utf8(bytes) {
        Ok(_) => true,
        // The last character may be cut.
        Err(error) => !is_all && error.error_len().is_none(),
    };
    if is_utf8 {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, is_all);
    detector.guess(Some(b"cn"), Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], given: Option<Encoding>) -> (String, &'static str) {
        let mut decoded = Decoded::new(bytes, given).unwrap();
        let mut text = String::new();
        decoded.read_to_string(&mut text).unwrap();
        (text, decoded.encoding.name())
    }

    #[test]
    fn texts_are_read_whatever_they_are_written_in() {
        let text = "案件编号,是否迟到,事由\n1,是,未及时报告\n";
        let gbk = encoding_rs::GBK.encode(text).0.into_owned();
        assert_eq!(read(&gbk, None), (text.to_owned(), "GBK"));
        assert_eq!(read(text.as_bytes(), None), (text.to_owned(), "UTF-8"));
        assert_eq!(read(format!("\u{feff}{text}").as_bytes(), None), (text.to_owned(), "UTF-8"));
        let wide: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&wide, None), (text.to_owned(), "UTF-16LE"));
        assert_eq!(read(b"a,b\n", Encoding::named("gbk")), ("a,b\n".to_owned(), "GBK"));
    }

    #[test]
    fn long_texts_are_read_to_their_end() {
        let text = "未及时报告,".repeat(200_000);
        let gbk = encoding_rs::GBK.encode(&text).0.into_owned();
        assert!(read(&gbk, None).0 == text);
        assert!(read(text.as_bytes(), None).0 == text);
    }
}
