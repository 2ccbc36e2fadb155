//! The site over HTTP, for the author's own eyes: this machine only, nothing cached. Pages are made
//! from the portal in memory when they are asked for, and the content is read again when it has
//! changed; nothing is written.

mod error_page;
mod live;
mod media_type;
mod pages;
mod watch;

use std::future::{IntoFuture, pending};
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;

use axum::Router;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::sync::oneshot;

pub use live::{Heard, Live};

use live::Answer;

/// Serves the site at the path where it will stand, `/minh-bach/`, and at `/` too, until Ctrl+C;
/// `started` hears the address once it can be opened. Port 0 takes any free one.
pub fn serve(live: Live, port: u16, started: impl FnOnce(SocketAddr)) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let stop = tokio::spawn(tokio::signal::ctrl_c());
        // From here on Ctrl+C is listened to, before anybody is told that there is something to
        // stop.
        tokio::task::yield_now().await;
        started(listener.local_addr()?);
        tokio::spawn(axum::serve(listener, router(answering(live))).into_future());
        // Without a signal to wait for, it serves until it is killed.
        if !matches!(stop.await, Ok(Ok(()))) {
            pending::<()>().await;
        }
        // Nothing is being written: what is still on its way may be dropped.
        Ok(())
    })
}

/// The path that was asked for, and where the answer goes.
type Question = (String, oneshot::Sender<Answer>);

/// A thread of its own answers one question after another, so the portal needs no lock and a long
/// reading does not hold up Ctrl+C.
fn answering(mut live: Live) -> mpsc::Sender<Question> {
    let (questions, asked) = mpsc::channel::<Question>();
    std::thread::spawn(move || {
        for (path, reply) in asked {
            // Whoever asked may have gone: a page that was loaded again, a window that was closed.
            if reply.is_closed() {
                continue;
            }
            // A mistake of our own costs this answer, not the server: what was being read is read
            // again for the next.
            let answer = catch_unwind(AssertUnwindSafe(|| live.answer(&path)))
                .unwrap_or_else(|_| live.broken());
            let _ = reply.send(answer);
        }
    });
    questions
}

fn router(questions: mpsc::Sender<Question>) -> Router {
    let answer = move |uri: Uri| {
        let (reply, answer) = oneshot::channel();
        let is_asked = questions.send((uri.path().to_owned(), reply)).is_ok();
        async move {
            match answer.await {
                Ok(answer) if is_asked => response(answer),
                _ => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
            }
        }
    };
    Router::new().fallback(get(answer))
}

fn response(answer: Answer) -> Response {
    let never_kept = (header::CACHE_CONTROL, "no-store");
    match answer {
        Answer::File { status, media_type, bytes } => {
            (status, [never_kept, (header::CONTENT_TYPE, media_type)], bytes).into_response()
        }
        Answer::Elsewhere(address) => {
            (StatusCode::TEMPORARY_REDIRECT, [never_kept], [(header::LOCATION, address)])
                .into_response()
        }
    }
}
