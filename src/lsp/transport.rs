//! Messages as bytes: a header that says how long the message is, then the message.
//!
//! Whatever stands in the stream, reading goes on: what is no message is answered with an error, and the next header is
//! looked for.

use gen_lsp_types::json_rpc::{Error, Id, RequestObject, ResponseObject};
use gen_lsp_types::{ErrorCodes, Notification, Request};
use serde_json::Value;
use std::io::{self, BufRead, Read, Write};

/// The longest message that is read; a longer one is skipped.
const MAX_MESSAGE_BYTES: usize = 64 * 1024 * 1024;

/// The longest line of a header.
const MAX_HEADER_BYTES: u64 = 4 * 1024;

/// The part of a header that says how many bytes follow.
const LENGTH: &str = "content-length:";

/// Something that came from the client.
#[derive(Debug)]
pub(super) enum Incoming {
    /// A request or a notification.
    Call(RequestObject),
    /// The answer to a request of the server, and whether it is an error.
    Answer(Id, bool),
    /// Something else, and how it is to be answered.
    Faulty(Id, Error),
}

/// Reads the next message; `None` at the end of the stream.
///
/// # Errors
/// The stream cannot be read.
pub(super) fn read(stream: &mut impl BufRead) -> io::Result<Option<Incoming>> {
    let length = match read_header(stream)? {
        Header::End => return Ok(None),
        Header::Length(length) if length <= MAX_MESSAGE_BYTES => Some(length),
        Header::Length(_) | Header::Faulty => None,
    };
    let Some(length) = length else {
        return Ok(Some(faulty(Id::Null, ErrorCodes::InvalidRequest, "the header gives no length that can be read")));
    };
    let mut bytes = Vec::new();
    let wanted = u64::try_from(length).unwrap_or(u64::MAX);
    stream.by_ref().take(wanted).read_to_end(&mut bytes)?;
    if bytes.len() < length {
        return Ok(None);
    }
    Ok(Some(understand(&bytes)))
}

/// What stands before a message.
#[derive(Clone, Copy)]
enum Header {
    /// How many bytes the message has.
    Length(usize),
    /// No length that can be read.
    Faulty,
    /// The end of the stream.
    End,
}

/// Reads up to the empty line behind a header.
///
/// After a message whose length was wrong, a line may begin with the rest of that message.
fn read_header(stream: &mut impl BufRead) -> io::Result<Header> {
    let mut length = None;
    let mut has_begun = false;
    loop {
        let mut line = Vec::new();
        if stream.by_ref().take(MAX_HEADER_BYTES).read_until(b'\n', &mut line)? == 0 {
            return Ok(Header::End);
        }
        let text = String::from_utf8_lossy(&line).to_ascii_lowercase();
        if let Some((_, rest)) = text.rsplit_once(LENGTH) {
            length = Some(rest.trim().parse().map_or(Header::Faulty, Header::Length));
        }
        let is_empty = text.trim().is_empty();
        match length {
            Some(header) if is_empty => return Ok(header),
            // Lines without a header before them are the rest of something, or padding.
            None if is_empty && has_begun => return Ok(Header::Faulty),
            Some(_) | None => has_begun |= !is_empty,
        }
    }
}

fn understand(bytes: &[u8]) -> Incoming {
    let Ok(value) = serde_json::from_slice::<Value>(bytes) else {
        return faulty(Id::Null, ErrorCodes::ParseError, "the message is not JSON");
    };
    let is_error = value.get("error").is_some();
    let id = value.get("id").and_then(|id| serde_json::from_value(id.clone()).ok()).unwrap_or(Id::Null);
    if value.get("method").is_some_and(Value::is_string) {
        return match serde_json::from_value(value) {
            Ok(call) => Incoming::Call(call),
            Err(error) => faulty(id, ErrorCodes::InvalidRequest, &error.to_string()),
        };
    }
    match serde_json::from_value::<ResponseObject>(value) {
        Ok(_) => Incoming::Answer(id, is_error),
        Err(_) => faulty(id, ErrorCodes::InvalidRequest, "the message is neither a request nor an answer"),
    }
}

fn faulty(id: Id, code: ErrorCodes, message: &str) -> Incoming {
    Incoming::Faulty(id, Error { code, message: message.to_owned(), data: None })
}

/// Something that goes to the client.
#[derive(Clone, Debug)]
pub(super) enum Outgoing {
    /// A request or a notification of the server.
    Call(RequestObject),
    /// An answer.
    Answer(ResponseObject),
}

impl Outgoing {
    /// A notification.
    pub(super) fn notification<N: Notification>(params: N::Params) -> Self {
        Self::Call(RequestObject::from_notification::<N>(params))
    }

    /// A request of the server.
    pub(super) fn request<R: Request>(id: i64, params: R::Params) -> Self {
        Self::Call(RequestObject::from_request::<R>(Id::Number(id), params))
    }

    /// The answer that a request is refused.
    pub(super) fn refusal(id: Id, code: ErrorCodes, message: impl Into<String>) -> Self {
        Self::Answer(ResponseObject::from_error(id, Error { code, message: message.into(), data: None }))
    }
}

/// Writes a message.
///
/// # Errors
/// The stream cannot be written.
pub(super) fn write(stream: &mut impl Write, message: &Outgoing) -> io::Result<()> {
    let bytes = match message {
        Outgoing::Call(call) => serde_json::to_vec(call)?,
        Outgoing::Answer(answer) => serde_json::to_vec(answer)?,
    };
    write!(stream, "Content-Length: {}\r\n\r\n", bytes.len())?;
    stream.write_all(&bytes)?;
    stream.flush()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::{Incoming, read};
    use std::io::{BufReader, Cursor};

    fn message(text: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{text}", text.len())
    }

    /// What a stream is read as: the methods, and the codes of errors.
    fn read_all(stream: &str) -> Vec<String> {
        let mut stream = BufReader::new(Cursor::new(stream.as_bytes().to_vec()));
        let mut found = Vec::new();
        while let Some(incoming) = read(&mut stream).unwrap() {
            found.push(match incoming {
                Incoming::Call(call) => call.method().to_owned(),
                Incoming::Answer(..) => "answer".to_owned(),
                Incoming::Faulty(id, error) => format!("{} {id:?}", i32::from(error.code)),
            });
        }
        found
    }

    const EXIT: &str = r#"{"jsonrpc":"2.0","method":"exit"}"#;

    #[test]
    fn what_is_no_message_is_refused_and_reading_goes_on() {
        let whole = message(EXIT);
        for (bad, refusals) in [
            ("Content-Length: 3\r\n\r\nabc".to_owned(), vec!["-32700 Null"]),
            ("Content-Length: 2\r\n\r\n{}".to_owned(), vec!["-32600 Null"]),
            (message(r#"{"jsonrpc":"1.0","id":7,"method":"x"}"#), vec!["-32600 Number(7)"]),
            ("Content-Length: none\r\n\r\n".to_owned(), vec!["-32600 Null"]),
            ("Content-Length: -5\r\n\r\n".to_owned(), vec!["-32600 Null"]),
            ("Content-Length: 99999999999999999999\r\n\r\n".to_owned(), vec!["-32600 Null"]),
            ("Content-Length: 999999999\r\n\r\n".to_owned(), vec!["-32600 Null"]),
            ("Content-Type: x\r\n\r\n".to_owned(), vec!["-32600 Null"]),
            ("\r\n\r\n".to_owned(), vec![]),
            ("\u{feff}noise\n".to_owned(), vec![]),
        ] {
            let mut wanted = refusals;
            wanted.push("exit");
            assert_eq!(read_all(&format!("{bad}{whole}")), wanted, "{bad:?}");
        }
    }

    #[test]
    fn a_length_that_is_wrong_costs_no_more_than_the_next_message() {
        let short = format!("Content-Length: {}\r\n\r\n{EXIT}", EXIT.len() - 4);
        assert_eq!(read_all(&format!("{short}{}", message(EXIT))), ["-32700 Null", "exit"]);
        let long = format!("Content-Length: {}\r\n\r\n{EXIT}", EXIT.len() + 30);
        assert_eq!(read_all(&format!("{long}{}{}", message(EXIT), message(EXIT))), ["-32700 Null", "exit"]);
    }

    #[test]
    fn a_stream_that_ends_within_a_message_is_at_its_end() {
        assert_eq!(read_all("Content-Length: 50\r\n\r\n{"), Vec::<String>::new());
        assert_eq!(read_all("Content-Le"), Vec::<String>::new());
    }
}
