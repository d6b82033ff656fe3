//! x
use super::failure::Failure;
use std::process::ExitCode;
pub fn run<T>(_: &T) -> Result<ExitCode, Failure> {
    Ok(ExitCode::SUCCESS)
}
