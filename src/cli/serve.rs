//! `minhbach serve`: builds the site and shows it on this machine.

use std::process::ExitCode;

use super::format::Format;
use super::{build, fail, say};
use crate::language::{Language, Localized, cause};
use crate::{BuildOptions, Failure};

pub fn run(options: &BuildOptions, port: u16, format: Format, language: Language) -> ExitCode {
    let root = match build::build(options, format, language) {
        Ok(summary) => summary.root,
        Err(code) => return code,
    };
    let path = if root.is_empty() { "/" } else { root.as_str() };
    let started = |address: std::net::SocketAddr| {
        say(&Localized::text(format!("xem tại http://{address}{path} — dừng bằng Ctrl+C"), format!("see http://{address}{path} — stop with Ctrl+C")), language);
    };
    match crate::serve::serve(&options.out, path, port, started) {
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
