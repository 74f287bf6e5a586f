{{/* Objects that both services have in the same form. */}}

{{- define "ovoz.serviceAccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  {{- include "ovoz.metadata" . | nindent 2 }}
automountServiceAccountToken: false
{{- end -}}

{{- define "ovoz.disruptionBudget" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "ovoz.metadata" . | nindent 2 }}
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      {{- include "ovoz.selector" . | nindent 6 }}
{{- end -}}

{{- define "ovoz.publicService" -}}
apiVersion: v1
kind: Service
metadata:
  {{- include "ovoz.metadata" . | nindent 2 }}
spec:
  type: ClusterIP
  selector:
    {{- include "ovoz.selector" . | nindent 4 }}
  ports:
    - name: http
      port: 80
      targetPort: http
      protocol: TCP
{{- end -}}

{{- define "ovoz.ingress" -}}
{{- $name := include "ovoz.partName" . -}}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  {{- include "ovoz.metadata" . | nindent 2 }}
  {{- with .values.ingress.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  {{- with .values.ingress.className }}
  ingressClassName: {{ . }}
  {{- end }}
  {{- with .values.ingress }}
  {{- if .tlsSecret }}
  tls:
    - hosts: [{{ .host | quote }}]
      secretName: {{ .tlsSecret }}
  {{- end }}
  rules:
    - host: {{ .host | quote }}
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: {{ $name }}
                port:
                  name: http
  {{- end }}
{{- end -}}

{{/* Rules of a NetworkPolicy towards or from peers. An empty list of peers would mean "everybody": then there is no rule at all. */}}
{{- define "ovoz.from" -}}
{{- if .peers }}
- from:
    {{- toYaml .peers | nindent 4 }}
  ports:
    - protocol: TCP
      port: {{ .port }}
{{- end }}
{{- end -}}

{{- define "ovoz.to" -}}
{{- if .peers }}
- to:
    {{- toYaml .peers | nindent 4 }}
  ports:
    - protocol: TCP
      port: {{ .port }}
{{- end }}
{{- end -}}

{{- define "ovoz.toDns" -}}
- to:
    {{- toYaml .Values.dns.peers | nindent 4 }}
  ports:
    - protocol: UDP
      port: 53
    - protocol: TCP
      port: 53
{{- end -}}
