//! `minhbach serve`: the portal on this machine while it is written; what comes of each reading is
//! told on the terminal.

use std::net::SocketAddr;
use std::process::ExitCode;

use super::format::{Format, show};
use super::{beside_the_proven, fail, say, statements};
use crate::diagnostic::json::Statements;
use crate::diagnostic::terminal;
use crate::language::{Language, Localized, cause};
use crate::serve::{Heard, Live, serve};
use crate::{BuildOptions, Failure};

pub fn run(options: BuildOptions, port: u16, format: Format, language: Language) -> ExitCode {
    let live = match Live::new(options, language, move |heard| tell(heard, format, language)) {
        Ok(live) => live,
        Err(failure) => return fail(failure, format, language),
    };
    let root = live.root();
    let path = if root.is_empty() { "/" } else { root.as_str() };
    let started = |address: SocketAddr| {
        say(
            &Localized::text(
                format!("xem tại http://{address}{path} — dừng bằng Ctrl+C"),
                format!("see http://{address}{path} — stop with Ctrl+C"),
            ),
            language,
        );
    };
    match serve(live, port, started) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let cause = cause::cause(&error);
            let message = Localized::text(
                format!("không mở được cổng {port}: {}; thử --port khác", cause.vi),
                format!("cannot listen on port {port}: {}; try another --port", cause.en),
            );
            fail(Failure::World(message), format, language)
        }
    }
}

fn tell(heard: Heard<'_>, format: Format, language: Language) {
    match heard {
        Heard::Read { portal, report, time } => {
            let of_portal = statements(portal);
            // What could not be shown has been said, and the pages are there all the same.
            let _ = show(report, Some(of_portal), format, language);
            let Statements { all, proven, .. } = of_portal;
            let (plans, beside, seconds) = (
                portal.plans.len(),
                beside_the_proven(of_portal),
                format!("{:.2}", time.as_secs_f64()),
            );
            let word = if plans == 1 { "plan" } else { "plans" };
            say(
                &Localized::text(
                    format!(
                        "đã đọc nội dung: {plans} kế hoạch, {proven}/{all} mục đã được chứng \
                         minh{}; {} giây",
                        beside.vi,
                        seconds.replace('.', ",")
                    ),
                    format!(
                        "the content is read: {plans} {word}, {proven}/{all} statements \
                         proven{}; {seconds} seconds",
                        beside.en
                    ),
                ),
                language,
            );
        }
        Heard::Findings(report) => {
            let _ = show(report, None, format, language);
            let count = terminal::count(report, language);
            say(
                &Localized::text(
                    format!(
                        "{count}. Trang nào cũng hiện các thông báo này cho đến khi sửa xong lỗi."
                    ),
                    format!(
                        "{count}. Every page shows these messages until the errors are mended."
                    ),
                ),
                language,
            );
        }
        Heard::Failed(message) => say(message, language),
    }
}
