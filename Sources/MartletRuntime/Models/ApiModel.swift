/// The protocols and types that generated models have in common.
public enum ApiModel {}
