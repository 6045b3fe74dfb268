namespace CohortBot.Cli;

/// <summary>The settings name something that does not exist; the message lists all of it, each with the nearest known name.</summary>
public sealed class SettingsException(string message) : Exception(message);
