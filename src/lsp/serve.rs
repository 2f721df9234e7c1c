//! The life of a server: its threads, and what it does with each message.

use super::background::Found;
use super::server::{Ready, initialized};
use super::settings::Settings;
use super::transport::{self, Incoming, Outgoing};
use crate::diagnostic::Language;
use gen_lsp_types::json_rpc::{Id, RequestObject, ResponseObject};
use gen_lsp_types::{ErrorCodes, InitializeParams, InitializeRequest, ShutdownRequest};
use serde_json::Value;
use std::io::{self, BufRead, Write};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvError, RecvTimeoutError, Sender, TryRecvError, channel};

/// What a server is started with.
#[derive(Clone, Debug)]
pub struct Start {
    /// The language of messages, whatever the client says.
    pub language: Option<Language>,
    /// The language where neither the client nor the settings say.
    pub fallback: Language,
    /// The settings of the policies.
    pub settings: Arc<dyn Settings>,
}

/// How a server ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The client said `shutdown`, then `exit`.
    Orderly,
    /// The client said `exit` alone, or went away.
    Abandoned,
}

/// Something that the server reacts to.
pub(super) enum Event {
    /// From the client.
    Incoming(Incoming),
    /// The client's stream has ended.
    Closed,
    /// From the background.
    Found(Found),
}

/// Serves a client until it says `exit` or goes away.
///
/// # Errors
/// What the server says cannot be written.
pub fn serve(
    input: impl BufRead + Send + 'static,
    output: impl Write + Send + 'static,
    start: &Start,
) -> io::Result<Ending> {
    let (events, received) = channel();
    let (client, outgoing) = channel();
    std::thread::spawn({
        let events = events.clone();
        move || read_all(input, &events)
    });
    let writer = std::thread::spawn(move || write_all(output, &outgoing));
    let ending = Life { start, events, client, phase: Phase::Begun }.live(&received);
    // The life is over and with it every sender, so the writer ends once all is written.
    match writer.join() {
        Ok(written) => written.map(|()| ending),
        Err(_) => Err(io::Error::other("the writer has failed")),
    }
}

fn read_all(mut input: impl BufRead, events: &Sender<Event>) {
    while let Ok(Some(incoming)) = transport::read(&mut input) {
        if events.send(Event::Incoming(incoming)).is_err() {
            return;
        }
    }
    // Nobody listens where the server has ended already.
    let _ = events.send(Event::Closed);
}

fn write_all(mut output: impl Write, outgoing: &Receiver<Outgoing>) -> io::Result<()> {
    outgoing.iter().try_for_each(|message| transport::write(&mut output, &message))
}

/// How far a client has come.
enum Phase {
    /// Nothing was agreed yet.
    Begun,
    /// It is served.
    Ready(Box<Ready>),
    /// It has said `shutdown`.
    ShutDown,
}

struct Life<'s> {
    start: &'s Start,
    events: Sender<Event>,
    client: Sender<Outgoing>,
    phase: Phase,
}

impl Life<'_> {
    fn live(mut self, received: &Receiver<Event>) -> Ending {
        loop {
            let event = match received.try_recv() {
                Ok(event) => event,
                Err(TryRecvError::Empty) => {
                    if let Phase::Ready(ready) = &mut self.phase {
                        ready.refresh();
                    }
                    match self.wait(received) {
                        Ok(Some(event)) => event,
                        Ok(None) => continue,
                        Err(RecvError) => return Ending::Abandoned,
                    }
                }
                Err(TryRecvError::Disconnected) => return Ending::Abandoned,
            };
            match event {
                Event::Incoming(Incoming::Call(call)) if call.method() == "exit" => return self.ending(),
                Event::Closed => return self.ending(),
                Event::Incoming(Incoming::Call(call)) => self.call(call),
                Event::Incoming(Incoming::Answer(id, is_error)) => {
                    if let Phase::Ready(ready) = &mut self.phase {
                        ready.answered(&id, is_error);
                    }
                }
                Event::Incoming(Incoming::Faulty(id, error)) => {
                    self.send(Outgoing::refusal(id, error.code, error.message));
                }
                Event::Found(found) => {
                    if let Phase::Ready(ready) = &mut self.phase {
                        ready.take_over(found);
                    }
                }
            }
        }
    }

    /// The next event. Where a search takes long meanwhile, the client may be told: then there is none yet.
    fn wait(&mut self, received: &Receiver<Event>) -> Result<Option<Event>, RecvError> {
        let Phase::Ready(ready) = &mut self.phase else { return received.recv().map(Some) };
        let Some(patience) = ready.patience() else { return received.recv().map(Some) };
        match received.recv_timeout(patience) {
            Ok(event) => Ok(Some(event)),
            Err(RecvTimeoutError::Timeout) => {
                ready.ask_for_progress();
                Ok(None)
            }
            Err(RecvTimeoutError::Disconnected) => Err(RecvError),
        }
    }

    fn ending(&self) -> Ending {
        match self.phase {
            Phase::ShutDown => Ending::Orderly,
            Phase::Begun | Phase::Ready(_) => Ending::Abandoned,
        }
    }

    fn send(&self, message: Outgoing) {
        // A writer that has failed is reported at the end.
        let _ = self.client.send(message);
    }

    fn call(&mut self, call: RequestObject) {
        let (method, id, params) = call.into_parts();
        let params = params.unwrap_or(Value::Null);
        match (&mut self.phase, id) {
            (Phase::Begun, Some(id)) if method == "initialize" => self.initialize(id, params),
            (Phase::Begun, Some(id)) => {
                self.send(Outgoing::refusal(id, ErrorCodes::ServerNotInitialized, "“initialize” comes first"));
            }
            (Phase::Ready(_), Some(id)) if method == "shutdown" => {
                self.phase = Phase::ShutDown;
                self.send(Outgoing::Answer(ResponseObject::from_success::<ShutdownRequest>(id, ())));
            }
            (Phase::Ready(ready), Some(id)) => ready.request(&method, id, params),
            (Phase::Ready(ready), None) => ready.notification(&method, params),
            (Phase::ShutDown, Some(id)) => {
                self.send(Outgoing::refusal(id, ErrorCodes::InvalidRequest, "the server has been shut down"));
            }
            (Phase::Begun | Phase::ShutDown, None) => {}
        }
    }

    fn initialize(&mut self, id: Id, params: Value) {
        let params: InitializeParams = match serde_json::from_value(params) {
            Ok(params) => params,
            Err(error) => return self.send(Outgoing::refusal(id, ErrorCodes::InvalidParams, error.to_string())),
        };
        let events = self.events.clone();
        let report = move |found| {
            // Nobody listens where the server has ended already.
            let _ = events.send(Event::Found(found));
        };
        let (ready, result) = initialized(&params, self.start, self.client.clone(), report);
        let answer = ResponseObject::from_success::<InitializeRequest>(id, result);
        self.send(Outgoing::Answer(answer));
        self.phase = Phase::Ready(Box::new(ready));
    }
}
