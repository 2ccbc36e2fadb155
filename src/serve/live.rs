//! The portal as the author's files have it now: read again when they have changed, and asked page
//! by page.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use rayon::ThreadPool;

use super::error_page;
use super::media_type::{HTML, media_type};
use super::pages::Pages;
use super::watch::Watched;
use crate::address::served_root;
use crate::diagnostic::Report;
use crate::language::{Language, Localized};
use crate::portal::Portal;
use crate::{BuildOptions, Failure};

/// What came of a reading or of a page, for the terminal.
pub enum Heard<'live> {
    /// Pages can be made; the report has warnings and notes only.
    Read {
        portal: &'live Portal,
        report: &'live Report,
        time: Duration,
    },
    /// The content has errors, and every page says so.
    Findings(&'live Report),
    Failed(&'live Localized),
}

pub struct Live {
    options: BuildOptions,
    /// The author's.
    language: Language,
    heard: Box<dyn Fn(Heard<'_>) + Send>,
    pool: Arc<ThreadPool>,
    watched: Watched,
    state: State,
    looked: Instant,
}

enum State {
    /// Not read yet, or given up in the middle.
    Unread,
    Ready(Box<Pages>),
    Findings(Report),
    Failed(Localized),
}

pub enum Answer {
    File {
        status: StatusCode,
        media_type: &'static str,
        bytes: Vec<u8>,
    },
    /// A folder that was asked for without its slash.
    Elsewhere(String),
}

/// What a page wants beside itself comes right after it, and needs no look of its own at the
/// folders.
const WAKE: Duration = Duration::from_millis(300);

impl Live {
    /// Reads the content for the first time. Its mistakes can be mended while it is served; where
    /// the content or the theme is not there at all, there is nothing to serve.
    pub fn new(
        options: BuildOptions,
        language: Language,
        heard: impl Fn(Heard<'_>) + Send + 'static,
    ) -> Result<Live, Failure> {
        let pool = Arc::new(crate::pool(options.jobs)?);
        let watched = Watched::new(
            [Some(options.content.clone()), options.theme.clone()].into_iter().flatten().collect(),
        );
        let mut live = Live {
            options,
            language,
            heard: Box::new(heard),
            pool,
            watched,
            state: State::Unread,
            looked: Instant::now(),
        };
        live.watched.changed();
        live.read();
        match live.state {
            State::Failed(message) => Err(Failure::World(message)),
            _ => Ok(live),
        }
    }

    /// The path that the site will be served under, as [`crate::address::served_root`] says it;
    /// empty while that cannot be read.
    pub fn root(&self) -> String {
        match &self.state {
            State::Ready(pages) => served_root(pages.portal()),
            _ => String::new(),
        }
    }

    /// What a browser gets for the path of an address.
    pub fn answer(&mut self, path: &str) -> Answer {
        let pool = Arc::clone(&self.pool);
        pool.install(|| {
            let path = decoded(path);
            if is_page(&path) || self.looked.elapsed() > WAKE {
                self.look();
            }
            match &self.state {
                State::Ready(pages) => answer(pages, &path).unwrap_or_else(|message| {
                    (self.heard)(Heard::Failed(&message));
                    self.failure(&message)
                }),
                State::Findings(report) => error(error_page::of_findings(report, self.language)),
                State::Failed(message) => self.failure(message),
                State::Unread => self.broken(),
            }
        })
    }

    /// The answer where the program itself is at fault.
    pub fn broken(&self) -> Answer {
        self.failure(&Localized::text(
            "minhbach gặp lỗi của chính mình; chi tiết ở cửa sổ dòng lệnh",
            "a mistake of minhbach itself; the terminal shows where",
        ))
    }

    fn failure(&self, message: &Localized) -> Answer {
        error(error_page::of_failure(message, self.language))
    }

    /// Reads again if something has changed. What failed may work now, whatever the files say.
    fn look(&mut self) {
        let is_settled = matches!(self.state, State::Ready(_) | State::Findings(_));
        // Looked at before it is read: what changes meanwhile is different at the next look.
        if self.watched.changed() || !is_settled {
            self.read();
            if let State::Failed(message) = &self.state {
                (self.heard)(Heard::Failed(message));
            }
        }
        self.looked = Instant::now();
    }

    fn read(&mut self) {
        let start = Instant::now();
        // The old portal goes first: two large ones would want twice the memory.
        self.state = State::Unread;
        self.state = match read(&self.options) {
            Ok((report, pages)) => {
                (self.heard)(Heard::Read {
                    portal: pages.portal(),
                    report: &report,
                    time: start.elapsed(),
                });
                State::Ready(Box::new(pages))
            }
            Err(Failure::Findings(report)) => {
                (self.heard)(Heard::Findings(&report));
                State::Findings(report)
            }
            Err(Failure::World(message)) => State::Failed(message),
        };
    }
}

fn read(options: &BuildOptions) -> Result<(Report, Pages), Failure> {
    let (report, portal, own_files) = crate::prove(options)?;
    Ok((report, Pages::new(portal, own_files, options.theme.as_deref())?))
}

fn answer(pages: &Pages, path: &str) -> Result<Answer, Localized> {
    let root = served_root(pages.portal());
    let root = root.trim_matches('/');
    let path = path.strip_prefix('/').unwrap_or(path);
    if path == root && !root.is_empty() {
        return Ok(Answer::Elsewhere(format!("/{path}/")));
    }
    // Where the site will stand; in the root of the host its pages work too.
    let below = path
        .strip_prefix(root)
        .and_then(|below| below.strip_prefix('/'))
        .filter(|_| !root.is_empty())
        .unwrap_or(path);
    let is_folder = below.is_empty() || below.ends_with('/');
    let file = if is_folder { format!("{below}index.html") } else { below.to_owned() };
    if let Some(bytes) = pages.file(&file)? {
        return Ok(Answer::File { status: StatusCode::OK, media_type: media_type(&file), bytes });
    }
    if !is_folder && pages.has(&format!("{below}/index.html")) {
        return Ok(Answer::Elsewhere(format!("/{path}/")));
    }
    Ok(Answer::File { status: StatusCode::NOT_FOUND, media_type: HTML, bytes: pages.not_found()? })
}

fn error(html: String) -> Answer {
    Answer::File {
        status: StatusCode::INTERNAL_SERVER_ERROR,
        media_type: HTML,
        bytes: html.into_bytes(),
    }
}

/// Whether a path is one that people open, and not a part of a page.
fn is_page(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    !name.contains('.') || name.ends_with(".html")
}

/// A path with its `%C3%AA` read as letters: files of the author's own may have any name.
fn decoded(path: &str) -> String {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let (bytes, mut read, mut at) = (path.as_bytes(), Vec::with_capacity(path.len()), 0);
    while let Some(&byte) = bytes.get(at) {
        let pair = (byte == b'%')
            .then(|| digit(bytes.get(at + 1)).zip(digit(bytes.get(at + 2))))
            .flatten();
        let (byte, length) = pair
            .and_then(|(high, low)| u8::try_from(high * 16 + low).ok())
            .map_or((byte, 1), |byte| (byte, 3));
        read.push(byte);
        at += length;
    }
    String::from_utf8_lossy(&read).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_as_its_letters() {
        assert_eq!(decoded("/files/k%E1%BA%BF%20ho%E1%BA%A1ch.pdf"), "/files/kế hoạch.pdf");
        assert_eq!(decoded("/a%"), "/a%");
        assert_eq!(decoded("/a%2"), "/a%2");
        assert_eq!(decoded("/a%zz%41"), "/a%zzA");
        assert_eq!(decoded("/a%FF"), "/a\u{fffd}");
    }

    #[test]
    fn people_open_pages_and_folders() {
        for path in ["/", "/vi/", "/vi", "/minh-bach/vi/index.html"] {
            assert!(is_page(path), "{path}");
        }
        for path in ["/vi/a.svg", "/assets/style.css", "/search/vi/head.js", "/a.b/c.json"] {
            assert!(!is_page(path), "{path}");
        }
    }
}
