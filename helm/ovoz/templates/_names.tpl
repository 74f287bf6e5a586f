{{- define "ovoz.name" -}}
{{- default .Release.Name .Values.nameOverride | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{/* Arguments of the templates below: dict "root" $ "part" "intake" or "desk" "values" the part's values */}}

{{- define "ovoz.partName" -}}
{{ include "ovoz.name" .root }}-{{ .part }}
{{- end -}}

{{- define "ovoz.namespace" -}}
{{ default .root.Release.Namespace .values.namespace }}
{{- end -}}

{{- define "ovoz.selector" -}}
app.kubernetes.io/part-of: ovoz
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end -}}

{{- define "ovoz.metadata" -}}
name: {{ include "ovoz.partName" . }}{{ with .suffix }}-{{ . }}{{ end }}
namespace: {{ include "ovoz.namespace" . }}
labels:
  {{- include "ovoz.selector" . | nindent 2 }}
  app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
  app.kubernetes.io/managed-by: {{ .root.Release.Service }}
  helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end -}}

{{- define "ovoz.image" -}}
{{- with .values.image -}}
{{- if .digest -}}
{{ .repository }}@{{ .digest }}
{{- else -}}
{{ .repository }}:{{ default $.root.Chart.AppVersion .tag }}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* The other service's pods, wherever they run: a peer of a NetworkPolicy. */}}
{{- define "ovoz.peer" -}}
namespaceSelector:
  matchLabels:
    kubernetes.io/metadata.name: {{ include "ovoz.namespace" . }}
podSelector:
  matchLabels:
    app.kubernetes.io/part-of: ovoz
    app.kubernetes.io/component: {{ .part }}
{{- end -}}
