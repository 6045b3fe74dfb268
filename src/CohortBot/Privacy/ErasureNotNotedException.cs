namespace CohortBot.Privacy;

/// <summary>A wish to be erased could not be noted in the journal, so nothing was erased; the message says what to do.</summary>
internal sealed class ErasureNotNotedException(string message, Exception inner) : Exception(message, inner);
